package import Engine
package import Exchange
package import Ledger
import Rulebook

/// Packs as the house takes them, served or closed: read beside the actor, and written by it.
extension Chancery {
    package enum Loaded: Sendable {
        /// The packs cannot be read as they are; nothing was written.
        case refused([Finding])
        case written(entries: Int, versions: Int, unchanged: Int)
    }

    /// Times that packs are read anew because somebody wrote meanwhile.
    private static let mostTries = 5

    /// Takes packs in: everything that is new in them, or nothing.
    ///
    /// - Parameters:
    ///   - happened: when a row happened that does not say.
    ///   - last: what happened after it is left out.
    ///   - replays: whether what only acts write is taken into a journal that holds something already: it is told again as it was
    ///     recorded elsewhere.
    package func load(
        _ packs: [Pack], by authority: Authority, reason: String, happened: Instant, upTo last: Instant? = nil, replays: Bool = false,
        vocabulary: Vocabulary = Vocabulary()
    ) async throws(Denial) -> Loaded {
        let importing = Importing(from: journal, register: house.register, vocabulary: vocabulary)
        for _ in 0..<Chancery.mostTries {
            let plan: Importing.Plan
            do throws(JournalFailure) { plan = try await importing.plan(packs, happened: happened, now: clock(), upTo: last) } catch {
                throw .journal(error)
            }
            switch plan {
            case .refused(let findings): return .refused(findings)
            case .news(let news, let unchanged, let head):
                guard !news.isEmpty else { return .written(entries: 0, versions: 0, unchanged: unchanged) }
                guard let entries = try await note(news, on: head, by: authority, reason: reason, replays: replays) else { continue }
                return .written(entries: entries, versions: news.count, unchanged: unchanged)
            }
        }
        throw .refused(Refusal(.changedMeanwhile, [Fact("kind", ""), Fact("code", ""), Fact("field", "")]))
    }

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
        let opening: Opening
        do throws(JournalFailure) { opening = try await Opening.opened(journal, now: now) } catch { throw .journal(error) }
        let house = Chancery(opening, journal: journal, rulebook: Rulebook([]), clock: { now }, breakDown: breakDown)
        return try await house.load(
            packs, by: .dataFolder(for: actor), reason: reason, happened: happened, upTo: last, replays: replays, vocabulary: vocabulary)
    }
}
