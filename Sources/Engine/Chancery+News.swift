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
        do { try ActBounds.refuseOverlong(reason) } catch { throw .refused(error) }
        letTimePass()
        guard scribe.head == head else { return nil }
        let isFirst = head == .origin || replays
        let outcome: Result<Weighing.WeighedPack, Denial>
        if news.count > Weighing.fewest {
            // What was weighed on another ground is worked out again by whoever reads the pack; so is what was read before others wrote.
            let weighed = await beside(for: authority.asker) { weighing -> (Result<Weighing.WeighedPack, Denial>, Int)? in
                weighing.head == head ? (weighing.weigh(news, by: authority, isFirst: isFirst), weighing.ground) : nil
            }
            guard let weighed else { throw .busy }
            guard let (result, ground) = weighed, ground == self.ground else { return nil }
            outcome = result
        } else {
            outcome = weighing.weigh(news, by: authority, isFirst: isFirst)
        }
        let pack = try outcome.get()
        let result: Result<Receipt, Denial> = await withCheckedContinuation { answer in
            do throws(Unstorable) { try enqueue(pack, by: authority, reason: reason, answer) } catch {
                let code = news.first { $0.reference == error.reference }?.code ?? ""
                answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [Fact("code", code)]))))
            }
            beginWriting()
        }
        if case .failure(.journal(.notAtHead)) = result { return nil }
        return (pack.groups.count, try result.get())
    }

    /// What a pack would change, and which slips would come and go; nil where somebody has written since it was read.
    package func foreseen(_ news: [News], on head: Head, by authority: Authority) async throws(Denial) -> Preview? {
        letTimePass()
        guard scribe.head == head else { return nil }
        guard news.count > Weighing.fewest else { return try weighing.foresee(news, by: authority).get() }
        let foreseen = await beside(for: authority.asker) { weighing -> Result<Preview, Denial>? in
            weighing.head == head ? weighing.foresee(news, by: authority) : nil
        }
        guard let foreseen else { throw .busy }
        return try foreseen?.get()
    }

    /// Who may have packs written as things stand.
    package func packJudging(_ authority: Authority) -> PackJudging {
        PackJudging(deciding: deciding, findings: findings, authority: authority)
    }

    private func enqueue(_ pack: Weighing.WeighedPack, by authority: Authority, reason: String, _ answer: Answer) throws(Unstorable) {
        let start = scribe
        var entries: [Entry] = []
        var fresh: [SealingKey] = []
        for group in pack.groups {
            do {
                let draught = try scribe.write(
                    group.changes, by: authority.signatory(), act: ActName.load.rawValue, words: Entry.Words(reason: reason),
                    sealsWords: authority.way != .dataFolder, happened: group.happened, recorded: recording(),
                    about: picture.owners(of: group.changes))
                entries.append(draught.entry)
                fresh += draught.keys
            } catch {
                scribe = start
                throw error
            }
        }
        let (before, recheck) = take(pack.current, at: scribe.head.sequence, pack.weighed)
        waiting.append(
            Decided(
                asked: .news, entries: entries, before: before, keys: fresh, recheck: recheck, outcome: outcome, answer: answer))
    }
}
