import Synchronization

/// The open slips of one moment in the order of rules and subjects: put in order when somebody first asks, once for all who look.
public final class OrderedSlips: Sendable {
    public let open: OpenSlips
    private let ordered: Mutex<[Slip]?>

    public init(_ open: OpenSlips) {
        self.open = open
        ordered = Mutex(nil)
    }

    /// Slips that are in order already.
    public init(_ slips: [Slip]) {
        open = OpenSlips()
        ordered = Mutex(slips)
    }

    public var count: Int { all.count }

    public var all: [Slip] {
        ordered.withLock { known in
            if let known { return known }
            let all = open.all
            known = all
            return all
        }
    }
}
