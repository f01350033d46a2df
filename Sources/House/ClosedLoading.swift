package import Engine
package import Exchange
package import Ledger
package import Paperwork
import Rulebook

/// Packs as a closed house takes them.
extension Chancery {
    /// Takes packs into the journal of a closed house, with the power of whoever holds its folder; no rule is asked.
    ///
    /// - Parameters:
    ///   - now: when the house comes to know.
    ///   - breakDown: called when the disk has failed and nobody can know what is kept.
    package static func load(
        _ packs: [Pack], into journal: any Journal, actor: String, reason: String, happened: Instant, now: Instant,
        upTo last: Instant? = nil, replays: Bool = false, vocabulary: Vocabulary = Vocabulary(),
        breakDown: @escaping @Sendable (JournalFailure) -> Never
    ) async throws(Denial) -> Loaded {
        let opening: LoadedCeremony
        do throws(JournalFailure) { opening = try await LoadedCeremony.opened(journal, now: now) } catch { throw .journal(error) }
        let house = Chancery(opening, journal: journal, rulebook: Rulebook([]), clock: { now }, breakDown: breakDown)
        let taken = try await house.take(
            packs, into: HouseCeremony(), by: .dataFolder(for: actor), reason: reason, happened: happened, upTo: last, replays: replays,
            vocabulary: vocabulary)
        switch taken {
        case .refused(let findings): return .refused(findings)
        case .written(let entries, let versions, let unchanged, _):
            return .written(entries: entries, versions: versions, unchanged: unchanged)
        case .otherwise: throw overtaken
        }
    }
}
