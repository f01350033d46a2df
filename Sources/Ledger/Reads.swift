import Synchronization

/// Notes at which kinds of records somebody has looked in a picture, so that what they made of it can be renewed when one of these changes,
/// and only then. Noting again what is noted costs one look, as a page looks thousands of times.
public final class Reads: Sendable {
    private static let bits = 64

    // An array cannot hold what several threads count on at once: four words are enough for the kinds of a house, and a kind beyond them
    // is noted as if everything had been looked at.
    private let first = Atomic<UInt64>(0)
    private let second = Atomic<UInt64>(0)
    private let third = Atomic<UInt64>(0)
    private let fourth = Atomic<UInt64>(0)
    private let everything = Atomic<Bool>(false)

    public init() {}

    public func note(_ slot: Int) {
        let bit: UInt64 = 1 << UInt64(slot % Self.bits)
        switch slot / Self.bits {
        case 0: Self.note(bit, in: first)
        case 1: Self.note(bit, in: second)
        case 2: Self.note(bit, in: third)
        case 3: Self.note(bit, in: fourth)
        default: everything.store(true, ordering: .relaxed)
        }
    }

    private static func note(_ bit: UInt64, in word: borrowing Atomic<UInt64>) {
        if word.load(ordering: .relaxed) & bit == 0 { word.bitwiseOr(bit, ordering: .relaxed) }
    }

    /// That it was looked at what is wrong, which any record may change.
    public func noteSlips() { everything.store(true, ordering: .relaxed) }

    /// The kinds that were looked at, by their slots.
    public var slots: Set<Int> {
        var slots: Set<Int> = []
        for (place, word) in [
            first.load(ordering: .relaxed), second.load(ordering: .relaxed), third.load(ordering: .relaxed),
            fourth.load(ordering: .relaxed),
        ].enumerated() {
            for bit in 0..<Self.bits where word & 1 << UInt64(bit) != 0 { slots.insert(place * Self.bits + bit) }
        }
        return slots
    }

    /// Whether it was looked at what any record may change.
    public var haveSlips: Bool { everything.load(ordering: .relaxed) }
}
