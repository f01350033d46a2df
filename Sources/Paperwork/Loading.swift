package import Engine
package import Exchange
package import Ledger
package import Mounting
import Rulebook

/// Packs as the house takes them, served or closed: read beside the actor, and written by it.
extension Chancery {
    package enum Loaded: Sendable {
        /// The packs cannot be read as they are; nothing was written.
        case refused([Finding])
        case written(entries: Int, versions: Int, unchanged: Int)
    }

    /// What became of packs that somebody has brought.
    package enum Taken: Sendable {
        /// The packs cannot be read as they are; nothing was written.
        case refused([Finding])
        /// They would change something else by now than their bearer was shown; nothing was written.
        case otherwise(Foresight)
        /// - Parameter receipt: nil where everything was known already.
        case written(entries: Int, versions: Int, unchanged: Int, receipt: Receipt?)
    }

    /// What packs would change.
    package enum Foreseen: Sendable {
        case refused([Finding])
        case foreseen(Foresight)
    }

    /// Times that packs are read anew because somebody wrote meanwhile.
    private static let mostTries = 5

    private enum Read {
        case refused([Finding])
        case news([News], unchanged: Int, on: Head)
    }

    /// Takes packs in: everything that is new in them, or nothing.
    ///
    /// - Parameters:
    ///   - happened: when a row happened that does not say.
    ///   - last: what happened after it is left out.
    ///   - replays: whether what only acts write is taken into a journal that holds something already: it is told again as it was
    ///     recorded elsewhere.
    ///   - tally: what their bearer was shown; nil where they have looked at nothing.
    ///   - ceremony: how the house keeps what a pack says of the ceremony itself.
    package func take(
        _ packs: [Pack], into ceremony: any CeremonyBook, by authority: Authority, reason: String, happened: Instant,
        upTo last: Instant? = nil, replays: Bool = false,
        as tally: Foresight.Tally? = nil, vocabulary: Vocabulary = Vocabulary(), limits: ReadingLimits = ReadingLimits()
    ) async throws(Denial) -> Taken {
        for _ in 0..<Chancery.mostTries {
            let read = try await read(
                packs, into: ceremony, by: authority, happened: happened, upTo: last, replays: replays, vocabulary: vocabulary,
                limits: limits)
            switch read {
            case .refused(let findings): return .refused(findings)
            case .news(let news, let unchanged, let head):
                if let tally {
                    guard let preview = try await foreseen(news, on: head, by: authority) else { continue }
                    let foresight = Foresight(preview, unchanged: unchanged)
                    guard foresight.tally == tally else { return .otherwise(foresight) }
                }
                guard !news.isEmpty else { return .written(entries: 0, versions: 0, unchanged: unchanged, receipt: nil) }
                guard let noted = try await note(news, on: head, by: authority, reason: reason, replays: replays) else { continue }
                return .written(entries: noted.entries, versions: news.count, unchanged: unchanged, receipt: noted.receipt)
            }
        }
        throw Chancery.overtaken
    }

    /// What taking packs in would change as things stand, or why they are refused. Nothing is written.
    package func foresee(
        _ packs: [Pack], into ceremony: any CeremonyBook, by authority: Authority, happened: Instant,
        vocabulary: Vocabulary = Vocabulary(),
        limits: ReadingLimits = ReadingLimits()
    ) async throws(Denial) -> Foreseen {
        for _ in 0..<Chancery.mostTries {
            let read = try await read(packs, into: ceremony, by: authority, happened: happened, vocabulary: vocabulary, limits: limits)
            switch read {
            case .refused(let findings): return .refused(findings)
            case .news(let news, let unchanged, let head):
                guard let preview = try await foreseen(news, on: head, by: authority) else { continue }
                return .foreseen(Foresight(preview, unchanged: unchanged))
            }
        }
        throw Chancery.overtaken
    }

    /// Whether somebody may have anything of a pack written at all, asked before it is read.
    package func mayLoad(_ authority: Authority) throws(Denial) {
        try packJudging(authority).admit(isFirst: published.head == .origin)
    }

    private func read(
        _ packs: [Pack], into ceremony: any CeremonyBook, by authority: Authority, happened: Instant, upTo last: Instant? = nil,
        replays: Bool = false,
        vocabulary: Vocabulary, limits: ReadingLimits
    ) async throws(Denial) -> Read {
        let judging = packJudging(authority)
        let isFirst = published.head == .origin || replays
        try judging.admit(isFirst: isFirst)
        let importing = Importing(
            from: journal, register: house.register, ceremony: ceremony, vocabulary: vocabulary, sight: judging.sight(isFirst: isFirst),
            limits: limits)
        let plan: Importing.Plan
        do throws(JournalFailure) { plan = try await importing.plan(packs, happened: happened, now: clock(), upTo: last) } catch {
            throw .journal(error)
        }
        switch plan {
        case .refused(let findings): return .refused(findings)
        case .barred(let refusal): throw .refused(refusal)
        case .news(let news, let unchanged, let head): return .news(news, unchanged: unchanged, on: head)
        }
    }

    package static var overtaken: Denial {
        .refused(Refusal(.busy))
    }
}
