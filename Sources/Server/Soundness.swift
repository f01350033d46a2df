import Synchronization

/// In how many places the record was found damaged when it was last proved: every page says so, until it is proved whole.
package final class Soundness: Sendable {
    private let damage = Mutex(0)

    package init() {}

    package var places: Int { damage.withLock { $0 } }

    func found(_ places: Int) { damage.withLock { $0 = places } }
}
