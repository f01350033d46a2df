import Engine
package import Ledger
package import Rulebook

/// What a pack would change, put together for people: how many records of each kind, and which slips would come and go.
package struct Foresight: Sendable {
    /// How many records of a kind would be new, changed and gone.
    package struct Count: Hashable, Sendable {
        package let kind: Int
        package internal(set) var new = 0
        package internal(set) var changed = 0
        package internal(set) var removed = 0
    }

    /// What makes it the same as another: a pack that would now do something else is shown anew before it is taken.
    package struct Tally: Hashable, Sendable {
        package let counts: [Count]
        package let versions: Int
        fileprivate let records: Set<Reference>
    }

    package let tally: Tally
    package let unchanged: Int
    /// The ceremony with it taken in.
    package let picture: Picture
    package let appeared: [Slip]
    package let gone: [Slip]

    init(_ preview: Preview, unchanged: Int) {
        self.unchanged = unchanged
        picture = preview.picture
        (appeared, gone) = (preview.appeared, preview.gone)
        let records = Set(preview.changes.map(\.after.reference))
        let existing = Set(preview.changes.filter { $0.before != nil }.map(\.after.reference))
        var counts: [Int: Count] = [:]
        for reference in records {
            var count = counts[reference.slot] ?? Count(kind: reference.slot)
            switch (existing.contains(reference), preview.picture[reference] != nil) {
            case (false, true): count.new += 1
            case (true, false): count.removed += 1
            // A record that comes and goes within the pack has changed the history alone.
            case (true, true), (false, false): count.changed += 1
            }
            counts[reference.slot] = count
        }
        tally = Tally(counts: counts.values.sorted { $0.kind < $1.kind }, versions: preview.changes.count, records: records)
    }
}
