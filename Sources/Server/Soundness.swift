import Synchronization

/// In how many places the record was found damaged when it was last proved, and how much that was kept with heads it does not
/// hold: every page says so, until it is proved whole.
package final class Soundness: Sendable {
    private let damage = Mutex((proved: 0, heads: 0))

    package init() {}

    package var places: Int { damage.withLock { $0.proved + $0.heads } }
    /// How much of what was kept with heads is not there.
    var missingHeads: Int { damage.withLock { $0.heads } }

    func found(_ places: Int) { damage.withLock { $0.proved = places } }
    func lacks(heads: Int) { damage.withLock { $0.heads = heads } }
}
