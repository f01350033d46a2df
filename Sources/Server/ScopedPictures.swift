import Engine
import Ledger
import Rulebook
import Synchronization

/// The ceremony as those see it who are limited to one party's or body's records: without all that is another's, so that no page, search,
/// list or figure can name or count it. Made once for each moment and scope.
final class ScopedPictures: Sendable {
    private struct Key: Hashable {
        let scope: Scope
        let ceiling: Classification
        let sequence: Int
        let asOf: Day?
    }

    /// How many are kept at hand.
    private static let most = 16
    private let made = Mutex<[Key: Picture]>([:])
    /// The entry before which nothing is kept any more.
    private let keptFrom = Mutex(0)

    /// How much is kept at hand.
    var count: Int { made.withLock { $0.count } }

    /// Drops all of it, and keeps nothing that was made before this entry.
    ///
    /// - Returns: whether that was not done for it yet.
    func empty(before entry: Int) -> Bool {
        let isNew = keptFrom.withLock { first in
            defer { first = max(first, entry) }
            return first < entry
        }
        if isNew { made.withLock { $0 = [:] } }
        return isNew
    }

    func view(_ whole: ServedCeremony.View, for rights: Rights) -> ServedCeremony.View {
        guard let scope = rights.scope else { return whole }
        let key = Key(scope: scope, ceiling: rights.ceiling, sequence: whole.sequence, asOf: whole.asOf)
        let known = made.withLock { $0[key] }
        let picture = known ?? whole.picture.without(rights.hidden(in: whole.picture))
        if known == nil, whole.picture.sequence >= keptFrom.withLock({ $0 }) {
            made.withLock { made in
                // What an act has overtaken may hold what is no longer theirs to see.
                made = made.filter { $0.key.sequence == key.sequence }
                if made.count >= Self.most { made.removeAll() }
                made[key] = picture
            }
        }
        return whole.within(ServedCeremony.Within(scope: scope, whole: whole.picture), picture)
    }
}
