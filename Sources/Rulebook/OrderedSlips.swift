import Synchronization

/// The open slips of one moment in the order of rules and subjects: put in order when somebody first asks, once for all who look.
public final class OrderedSlips: Sendable {
    private let make: @Sendable () -> [Slip]
    private let made = Mutex<[Slip]?>(nil)

    private init(making make: @escaping @Sendable () -> [Slip]) { self.make = make }

    public convenience init(_ open: OpenSlips) { self.init(making: { open.all }) }

    /// Slips that are in order already.
    public convenience init(_ slips: [Slip]) { self.init(making: { slips }) }

    public var count: Int { all.count }

    public var all: [Slip] {
        made.withLock { known in
            if let known { return known }
            let all = make()
            known = all
            return all
        }
    }

    /// Those of them that somebody may know, looked for when they first ask.
    public func filter(_ isKept: @escaping @Sendable (Slip) -> Bool) -> OrderedSlips { OrderedSlips(making: { self.all.filter(isKept) }) }
}
