package import Ledger
package import Rulebook

/// What everybody may look at: durable, and whole.
package struct Published: Sendable {
    package let picture: Picture
    package let head: Head
    /// What is wrong, put in order at most once however many look at it.
    package let slips: OrderedSlips
    /// The entry that last changed a record of each kind, by the kind's slot; none where nothing has since the house was opened.
    package let lastChanges: [Int: Int]
    /// The last entry that erased anything since the house was opened; 0 where none has: what was made of it before holds what is erased.
    package let lastErasure: Int
    /// Until when the rules say the same, if nobody does anything.
    package let holdsUntil: Instant
}

/// What an act led to.
package struct Receipt: Sendable {
    package let sequence: Int
    package let appeared: [Slip]
    package let gone: [Slip]
    /// Whether the same act had been written before under its key; then nothing was written now.
    package let wasWritten: Bool
    /// The records that it wrote, its own first; none where it had been written before.
    package let records: [Reference]
    /// The proposal that waits for another officer, where the act takes two and nothing else was written.
    package let proposal: Reference?
    /// The act that another had proposed and that was done with this.
    package let confirms: ActName?

    static func known(_ sequence: Int) -> Receipt {
        Receipt(sequence: sequence, appeared: [], gone: [], wasWritten: true, records: [], proposal: nil, confirms: nil)
    }
}

/// What an act would change, and which slips would come and go; nothing is written, and nothing is proposed.
package struct Preview: Sendable {
    package let changes: [(before: (any AnyRow)?, after: Change)]
    /// The ceremony with it done.
    package let picture: Picture
    package let appeared: [Slip]
    package let gone: [Slip]
    /// Whether it would wait for another officer.
    package let takesTwo: Bool
    /// The people of whom everything is erased, and what is because its date has come.
    let erases: Set<UInt32>
    let due: Due
}
