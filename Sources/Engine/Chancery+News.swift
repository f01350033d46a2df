package import Ledger
import Rulebook

/// What packs tell is taken in by the same actor, everything or nothing.
extension Chancery {
    /// Keeps what is told to have happened, each instant in an entry of its own, all together or nothing.
    ///
    /// - Parameter head: where the journal ended when it was worked out what is news.
    /// - Returns: the number of entries and what they led to; nil where somebody has written since, and it must be worked out again.
    package func note(
        _ news: [News], on head: Head, by authority: Authority, reason: String, replays: Bool
    ) async throws(Denial) -> (entries: Int, receipt: Receipt)? {
        letTimePass()
        guard scribe.head == head else { return nil }
        _ = try packJudging(authority).judged(news, isFirst: head == .origin || replays)
        let groups = news.byInstant()
        let result: Result<Receipt, Denial> = await withCheckedContinuation { answer in
            do throws(Unstorable) { try enqueue(groups, by: authority, reason: reason, answer) } catch {
                let code = news.first { $0.reference == error.reference }?.code ?? ""
                answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [Fact("code", code)]))))
            }
            beginWriting()
        }
        if case .failure(.journal(.notAtHead)) = result { return nil }
        return (groups.count, try result.get())
    }

    /// What a pack would change, and which slips would come and go; nil where somebody has written since it was read.
    package func foreseen(_ news: [News], on head: Head, by authority: Authority) throws(Denial) -> Preview? {
        letTimePass()
        guard scribe.head == head else { return nil }
        let draft = try packJudging(authority).judged(news, isFirst: head == .origin)
        let changes = news.inOrder.filter(\.isCurrent).map(\.change)
        let (appeared, gone) = findings.preview(changes, giving: draft.picture)
        return Preview(
            changes: draft.changes.map { (picture[$0.reference], $0) }, picture: draft.picture, appeared: appeared, gone: gone,
            takesTwo: false)
    }

    /// Who may have packs written as things stand.
    package func packJudging(_ authority: Authority) -> PackJudging {
        PackJudging(deciding: deciding, findings: findings, authority: authority)
    }

    private func enqueue(
        _ groups: [(happened: Instant, news: [News])], by authority: Authority, reason: String, _ answer: Answer
    ) throws(Unstorable) {
        let start = scribe
        var entries: [Entry] = []
        var fresh: [SealingKey] = []
        var current: [Change] = []
        for group in groups {
            let sequence = scribe.head.sequence + 1
            let changes = group.news.map { one in
                one.row.map { Change($0.stamped(happened: group.happened, sequence: sequence)) } ?? Change(removing: one.reference)
            }
            do {
                let draught = try scribe.write(
                    changes, by: authority.signatory(), act: ActName.load.rawValue, words: Entry.Words(reason: reason),
                    sealsWords: authority.way != .dataFolder, happened: group.happened, recorded: clock())
                entries.append(draught.entry)
                fresh += draught.keys
            } catch {
                scribe = start
                throw error
            }
            current += zip(changes, group.news).filter { $1.isCurrent }.map { $0.0 }
        }
        let (before, recheck) = take(current, at: scribe.head.sequence)
        waiting.append(
            Decided(
                asked: .news, entries: entries, before: before, keys: fresh, recheck: recheck, outcome: outcome, answer: answer))
    }
}
