import Synchronization

/// Notes at which kinds of records somebody has looked in a picture, so that what they made of it can be renewed when one of these changes,
/// and only then.
public final class Reads: Sendable {
    private struct Noted {
        var slots: Set<Int> = []
        var slips = false
    }

    private let noted = Mutex(Noted())

    public init() {}

    public func note(_ slot: Int) { noted.withLock { _ = $0.slots.insert(slot) } }

    /// That it was looked at what is wrong, which any record may change.
    public func noteSlips() { noted.withLock { $0.slips = true } }

    /// The kinds that were looked at, by their slots.
    public var slots: Set<Int> { noted.withLock { $0.slots } }

    /// Whether it was looked at what is wrong.
    public var haveSlips: Bool { noted.withLock { $0.slips } }
}
