package import Ledger
import Rulebook

/// What packs tell is taken in by the same actor, everything or nothing.
extension Chancery {
    /// Keeps what is told to have happened, each instant in an entry of its own, all together or nothing.
    ///
    /// - Parameter head: where the journal ended when it was worked out what is news.
    /// - Returns: the number of entries; nil where somebody has written since, and it must be worked out again.
    package func note(
        _ news: [News], on head: Head, by authority: Authority, reason: String, replays: Bool
    ) async throws(Denial) -> Int? {
        letTimePass()
        guard scribe.head == head else { return nil }
        do { try refuse(news, by: authority, isFirst: head == .origin || replays) } catch { throw .refused(error) }
        let groups = news.byInstant()
        let result: Result<Receipt, Denial> = await withCheckedContinuation { answer in
            do throws(Unstorable) { try enqueue(groups, by: authority, reason: reason, answer) } catch {
                let code = news.first { $0.reference == error.reference }?.code ?? ""
                answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [Fact("code", code)]))))
            }
            beginWriting()
        }
        if case .failure(.journal(.notAtHead)) = result { return nil }
        _ = try result.get()
        return groups.count
    }

    /// What only acts write is told by a pack to an empty journal alone, and nothing happens in days to come.
    private func refuse(_ news: [News], by authority: Authority, isFirst: Bool) throws(Refusal) {
        let now = clock()
        for one in news {
            guard one.happened <= now else {
                throw Refusal(.notYet, [Fact("happened", one.happened.description), Fact("now", now.description)])
            }
        }
        guard !isFirst else { return }
        let changes = news.map(\.change)
        var after = picture
        after.apply(changes)
        let draft = Draft(changes: changes, picture: after)
        try house.actOnly.refuse(draft, before: picture)
        // A pack is nobody's second officer, and waives nothing that its bearer could not.
        try Judgement.refuse(ActRequest(act: .load, by: authority, proposals: []), draft, before: picture, of: house, now: now)
        let permitting = Permitting(authority, in: picture, of: house, now: now)
        guard !permitting.takesTwo(draft, nil) || permitting.isAlone(draft, nil) else { throw Refusal(.powerByPack) }
    }

    private func enqueue(
        _ groups: [(happened: Instant, news: [News])], by authority: Authority, reason: String, _ answer: Answer
    ) throws(Unstorable) {
        let start = scribe
        var entries: [Entry] = []
        var fresh: [PersonKey] = []
        var current: [Change] = []
        for group in groups {
            let sequence = scribe.head.sequence + 1
            let changes = group.news.map { one in
                one.row.map { Change($0.stamped(happened: group.happened, sequence: sequence)) } ?? Change(removing: one.reference)
            }
            do {
                let draught = try scribe.write(
                    changes, by: authority.signatory(), act: ActName.load.rawValue, words: Entry.Words(reason: reason), sealsWords: false,
                    happened: group.happened, recorded: clock())
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
