import Exchange
package import Ledger
package import Rulebook

/// The one actor: the only way in. It decides against the tentative ceremony without suspending, writes what was decided in
/// batches, and publishes a picture only when it is durable.
package actor Chancery {
    /// What everybody may look at: durable, and whole.
    package struct Published: Sendable {
        package let picture: Picture
        package let head: Head
        package let slips: OpenSlips
        /// The entry that last changed a record of each kind, by the kind's slot; none where nothing has since the house was opened.
        package let lastChanges: [Int: Int]
    }

    /// What an act led to.
    package struct Receipt: Sendable {
        package let sequence: Int
        package let appeared: [Slip]
        package let gone: [Slip]
        /// Whether the same act had been written before under its key; then nothing was written now.
        package let wasWritten: Bool
        /// The records that it wrote, its own first; none where it had been written before.
        package let records: [Reference]
        /// The proposal that waits for another officer, where the act takes two and nothing else was written.
        package let proposal: Reference?
        /// The act that another had proposed and that was done with this.
        package let confirms: ActName?

        static func known(_ sequence: Int) -> Receipt {
            Receipt(sequence: sequence, appeared: [], gone: [], wasWritten: true, records: [], proposal: nil, confirms: nil)
        }
    }

    private typealias Answer = CheckedContinuation<Result<Receipt, Denial>, Never>

    private struct Decided {
        /// None where everything was as wished already.
        let entries: [Entry]
        let before: [Change]
        let keys: [PersonKey]
        /// The keys that are destroyed once it is durable.
        let erased: [PersonKey]
        let decision: Deciding.Decision?
        let recheck: Findings.Recheck
        /// The ceremony with this act performed: what is published once it is durable.
        let outcome: Published
        let answer: Answer
    }

    let journal: any Journal
    private let acts: [Act]
    /// What only these acts write: worked out once, and asked at every edit.
    private let actOnly: ActOnly
    /// The highest classification that may be held on this installation.
    private let ceiling: Classification
    let clock: @Sendable () -> Instant
    /// Called when the disk has failed and nobody can know what is kept: it does not return.
    private let breakDown: @Sendable (JournalFailure) -> Never
    private var picture: Picture
    private var lastChanges: [Int: Int] = [:]
    private var scribe: Scribe
    private var findings: Findings
    private var waiting: [Decided] = []
    /// Who sent an act again while it was under way, by its idempotency key.
    private var repeaters: [String: [Answer]] = [:]
    private var isWriting = false
    package private(set) var published: Published
    /// Who is told of every publication.
    private var watchers: [Int: AsyncStream<Int>.Continuation] = [:]
    private var watcherCount = 0
    /// Whether time has brought or taken slips that nobody was told of yet.
    private var isUntold = false

    package init(
        _ opening: Opening, journal: any Journal, rulebook: Rulebook = houseRulebook, acts: [Act] = houseActs,
        ceiling: Classification = .topSecret, dice: Dice = .machine,
        clock: @escaping @Sendable () -> Instant,
        breakDown: @escaping @Sendable (JournalFailure) -> Never
    ) {
        self.journal = journal
        self.acts = acts
        actOnly = ActOnly(acts)
        self.ceiling = ceiling
        self.clock = clock
        self.breakDown = breakDown
        picture = opening.picture
        scribe = Scribe(opening.head, keys: opening.keys, register: opening.picture.register, dice: dice)
        findings = Findings(rulebook, of: opening.picture, at: clock())
        published = Published(picture: opening.picture, head: opening.head, slips: findings.open, lastChanges: [:])
    }

    /// Performs one act: everything or nothing. Returns when it is durable.
    package func perform(_ request: ActRequest) async -> Result<Receipt, Denial> {
        let key = request.idempotencyKey
        guard !key.isEmpty else { return await decideAndWrite(request) }
        guard repeaters[key] == nil else { return await withCheckedContinuation { repeaters[key]?.append($0) } }
        repeaters[key] = []
        let result: Result<Receipt, Denial>
        if let before = await writtenBefore(key, request.act) { result = before } else { result = await decideAndWrite(request) }
        for answer in repeaters.removeValue(forKey: key) ?? [] {
            answer.resume(returning: result.map { .known($0.sequence) })
        }
        return result
    }

    private func decideAndWrite(_ asked: ActRequest) async -> Result<Receipt, Denial> {
        var request = asked
        if let entry = asked.takesBack {
            do throws(Denial) { request = try await takingBack(entry, asked) } catch { return .failure(error) }
        }
        letTimePass()
        let decision: Deciding.Decision
        let happened = deciding.happened(request)
        do {
            decision = try deciding.decide(request, on: findings, happened: happened)
        } catch {
            guard case .stopped = error else { return .failure(error) }
            guard let told = deciding.turnedAway(request, on: findings, happened: happened) else { return .failure(error) }
            // The fact is kept before the answer is given; where it cannot be, that is the answer. It does not bear the act's key: sent
            // again, the act was not done.
            var fact = request
            fact.idempotencyKey = ""
            if case .failure(let why) = await written(fact, told, happened: happened) { return .failure(why) }
            return .failure(error)
        }
        return await written(request, decision, happened: happened)
    }

    private func written(_ request: ActRequest, _ decision: Deciding.Decision, happened: Instant) async -> Result<Receipt, Denial> {
        await withCheckedContinuation { answer in
            if decision.draft.changes.isEmpty {
                enqueueUnchanged(answer)
            } else {
                do throws(Unstorable) { try enqueue(request, decision, happened: happened, answer) } catch {
                    let code = Fact("code", decision.draft.picture.code(of: error.reference) ?? "")
                    answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [code]))))
                }
            }
            beginWriting()
        }
    }

    private func beginWriting() {
        guard !isWriting else { return }
        isWriting = true
        Task { await self.write() }
    }

    /// Every kind of the house.
    var register: Register { picture.register }

    /// Lets time pass: what the rules say now though nobody did anything is published. While acts are on their way to the disk nothing
    /// is: they are ahead of what is published, and the next call comes when they no longer are.
    package func advance() {
        letTimePass()
        guard !isWriting, waiting.isEmpty else { return }
        published = Published(
            picture: published.picture, head: published.head, slips: findings.open, lastChanges: published.lastChanges)
        if isUntold { announce() }
    }

    /// What an act would change, and which slips would come and go; nothing is written, and nothing is proposed.
    package struct Preview: Sendable {
        package let changes: [(before: (any AnyRow)?, after: Change)]
        /// The ceremony with it done.
        package let picture: Picture
        package let appeared: [Slip]
        package let gone: [Slip]
        /// Whether it would wait for another officer.
        package let takesTwo: Bool
    }

    /// What an act would do as things stand, or why it is refused.
    package func preview(_ request: ActRequest) -> Result<Preview, Denial> {
        letTimePass()
        do {
            let deciding = self.deciding
            let decision = try deciding.decide(request, on: findings, happened: deciding.happened(request))
            let draft = decision.meant ?? decision.draft
            let (appeared, gone) = findings.preview(draft.changes, giving: draft.picture)
            return .success(
                Preview(
                    changes: draft.changes.map { (picture[$0.reference], $0) }, picture: draft.picture, appeared: appeared, gone: gone,
                    takesTwo: decision.proposal != nil))
        } catch { return .failure(error) }
    }

    /// What the rules would say of the ceremony with these acts performed, or why one of them is refused. Nothing is written.
    package func tryOut(_ requests: [ActRequest]) -> Result<(draft: Picture, appeared: [Slip], gone: [Slip]), Denial> {
        letTimePass()
        var trial = findings
        var appeared: [Slip] = []
        var gone: [Slip] = []
        for request in requests {
            do {
                // The clock is asked once: what happens now is not to come a moment later.
                let deciding = self.deciding
                let decision = try deciding.decide(request, on: trial, happened: deciding.happened(request))
                let draft = decision.meant ?? decision.draft
                let recheck = trial.apply(draft.changes, giving: draft.picture)
                appeared += recheck.appeared
                gone += recheck.gone
            } catch {
                return .failure(error)
            }
        }
        return .success((trial.picture, appeared, gone))
    }

    /// Records of an entry above which it is not taken back.
    private static let mostTakenBack = 500

    /// What taking an entry back means now. Only who wrote it takes it back; what was done in the world only as long as its act allows.
    private func takingBack(_ sequence: Int, _ request: ActRequest) async throws(Denial) -> ActRequest {
        var request = request
        let alterations: [Alteration]
        do {
            alterations =
                try await Historian(journal, register: picture.register)
                .alterations(of: sequence, by: request.actor, atMost: Self.mostTakenBack) ?? []
        } catch { throw .journal(error) }
        func refusal(_ act: String) -> Denial { .refused(Refusal(.noTakeBack, [Fact("entry", sequence), Fact("act", act)])) }
        guard let entry = alterations.first?.entry else { throw refusal("") }
        if let act = acts.first(where: { $0.name.rawValue == entry.act }) {
            guard let minutes = act.takenBackWithin, clock() <= entry.recorded.adding(minutes: minutes) else { throw refusal(entry.act) }
            request.recalls = true
        }
        let taking = TakingBack(sequence, alterations, in: picture)
        guard taking.changedSince.isEmpty else { throw refusal(entry.act) }
        request.act = .takeBack
        request.proposals = taking.proposals
        return request
    }

    private func writtenBefore(_ key: String, _ act: ActName) async -> Result<Receipt, Denial>? {
        do {
            guard let entry = try await journal.entry(idempotencyKey: key) else { return nil }
            // One key, one act: nobody is told that something was done which never was.
            return entry.act == act.rawValue || isProposal(of: act, entry)
                ? .success(.known(entry.sequence)) : .failure(.refused(Refusal(.keyUsed, [Fact("entry", entry.sequence)])))
        } catch {
            return .failure(.journal(error))
        }
    }

    /// Whether an entry proposed that act.
    private func isProposal(of act: ActName, _ entry: Entry) -> Bool {
        guard entry.act == ActName.propose.rawValue, let number = entry.changes.first?.number else { return false }
        return picture[ID<PendingAct>(number)]?.act == act.rawValue
    }

    /// What decides now.
    private var deciding: Deciding { Deciding(acts: acts, actOnly: actOnly, ceiling: ceiling, now: clock()) }

    /// There is nothing to write, but what made it so may still be on its way to the disk: the answer waits for that.
    private func enqueueUnchanged(_ answer: Answer) {
        waiting.append(
            Decided(
                entries: [], before: [], keys: [], erased: [], decision: nil, recheck: .none, outcome: outcome, answer: answer))
    }

    /// The ceremony with all that was decided.
    private var outcome: Published {
        Published(picture: picture, head: scribe.head, slips: findings.open, lastChanges: lastChanges)
    }

    /// - Throws: where a change cannot be stored. Then nothing of the act is taken in: what nobody could read back is not shown either.
    private func enqueue(
        _ request: ActRequest, _ decision: Deciding.Decision, happened: Instant, _ answer: Answer
    ) throws(Unstorable) {
        let sequence = scribe.head.sequence + 1
        let changes = decision.draft.changes.map { change in
            change.row.map { Change($0.stamped(happened: happened, sequence: sequence)) } ?? change
        }
        let draught = try scribe.write(
            changes, by: decision.signatory, act: decision.act.rawValue, words: decision.words, happened: happened, recorded: clock(),
            idempotencyKey: request.idempotencyKey)
        // What is written of the same person afterwards is under a new key.
        let erased = decision.erases.compactMap { scribe.keys[$0] }
        for subject in decision.erases { scribe.forgetKey(of: subject) }
        let (before, recheck) = take(changes, at: sequence)
        waiting.append(
            Decided(
                entries: [draught.entry], before: before, keys: draught.keys, erased: erased, decision: decision, recheck: recheck,
                outcome: outcome, answer: answer))
    }

    /// Keeps what is told to have happened, each instant in an entry of its own, all together or nothing.
    ///
    /// - Parameter head: where the journal ended when it was worked out what is news.
    /// - Returns: the number of entries; nil where somebody has written since, and it must be worked out again.
    func note(
        _ news: [Importing.News], on head: Head, by authority: Authority, reason: String, replays: Bool
    ) async throws(Denial) -> Int? {
        letTimePass()
        guard scribe.head == head else { return nil }
        do { try refuse(news, by: authority, isFirst: head == .origin || replays) } catch { throw .refused(error) }
        let groups = news.byInstant()
        let result: Result<Receipt, Denial> = await withCheckedContinuation { answer in
            do throws(Unstorable) { try enqueue(groups, by: authority, reason: reason, answer) } catch {
                let code = news.first { $0.version.reference == error.reference }?.version.code ?? ""
                answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [Fact("code", code)]))))
            }
            beginWriting()
        }
        _ = try result.get()
        return groups.count
    }

    /// What only acts write is told by a pack to an empty journal alone, and nothing happens in days to come.
    private func refuse(_ news: [Importing.News], by authority: Authority, isFirst: Bool) throws(Refusal) {
        let now = clock()
        for one in news {
            guard one.version.happened <= now else {
                throw Refusal(.notYet, [Fact("happened", one.version.happened.description), Fact("now", now.description)])
            }
        }
        guard !isFirst else { return }
        let changes = news.map { one in one.version.row.map { Change($0) } ?? Change(removing: one.version.reference) }
        var after = picture
        after.take(changes)
        let draft = Draft(changes: changes, picture: after)
        try actOnly.refuse(draft, before: picture)
        // A pack is nobody's second officer, and waives nothing that its bearer could not.
        try Judgement.refuse(
            ActRequest(act: .load, by: authority, proposals: []), draft, before: picture, actOnly: actOnly, now: now)
        let power = PowerFromOthers(Permitting(authority, in: picture, rulebook: findings.rulebook, now: now))
        guard !power.takesTwo(draft, nil) || power.isAlone(draft, nil) else {
            throw Refusal(.powerByPack)
        }
    }

    private func enqueue(
        _ groups: [(happened: Instant, news: [Importing.News])], by authority: Authority, reason: String, _ answer: Answer
    ) throws(Unstorable) {
        let start = scribe
        var entries: [Entry] = []
        var fresh: [PersonKey] = []
        var current: [Change] = []
        for group in groups {
            let sequence = scribe.head.sequence + 1
            let changes = group.news.map { one in
                one.version.row.map { Change($0.stamped(happened: group.happened, sequence: sequence)) }
                    ?? Change(removing: one.version.reference)
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
                entries: entries, before: before, keys: fresh, erased: [], decision: nil, recheck: recheck, outcome: outcome,
                answer: answer))
    }

    /// Takes changes into the ceremony ahead of the journal.
    private func take(_ changes: [Change], at sequence: Int) -> (before: [Change], recheck: Findings.Recheck) {
        let before = changes.map { change in picture[change.reference].map { Change($0) } ?? Change(removing: change.reference) }
        picture.take(changes)
        picture.sequence = sequence
        for change in changes { lastChanges[change.reference.slot] = sequence }
        return (before, findings.apply(changes, giving: picture))
    }

    /// Writes what waits, batch after batch, until nothing waits.
    private func write() async {
        while !waiting.isEmpty {
            let batch = nextBatch()
            do {
                try await journal.append(batch.flatMap(\.entries), keys: batch.flatMap(\.keys))
                for key in batch.flatMap(\.erased) { try await journal.destroyKey(of: key.dataSubject) }
                publish(batch)
            } catch .noSpace {
                takeBack(batch + waiting)
                waiting = []
            } catch {
                breakDown(error)
            }
        }
        isWriting = false
    }

    /// What waits, up to an act after which keys are destroyed: what is written later of the same people brings them new ones.
    private func nextBatch() -> [Decided] {
        let end = waiting.firstIndex { !$0.erased.isEmpty }.map { $0 + 1 } ?? waiting.count
        let batch = Array(waiting[..<end])
        waiting.removeFirst(end)
        return batch
    }

    /// The journal's entry after each publication. Who is slow is told the newest alone.
    package func publications() -> AsyncStream<Int> {
        let (entries, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        watcherCount += 1
        let number = watcherCount
        watchers[number] = continuation
        continuation.onTermination = { _ in Task { await self.forget(number) } }
        return entries
    }

    /// How many are told of publications.
    package var watched: Int { watchers.count }

    private func forget(_ watcher: Int) { watchers[watcher] = nil }

    private func announce() {
        isUntold = false
        for watcher in watchers.values { watcher.yield(published.head.sequence) }
    }

    /// Lets the findings' clock run on; what time alone has brought is told with the next publication.
    private func letTimePass() {
        let recheck = findings.advance(to: max(clock(), findings.now))
        if !recheck.appeared.isEmpty || !recheck.gone.isEmpty { isUntold = true }
    }

    private func publish(_ batch: [Decided]) {
        guard let last = batch.last else { return }
        published = last.outcome
        announce()
        for decided in batch {
            decided.answer.resume(
                returning: .success(
                    Receipt(
                        sequence: decided.outcome.head.sequence, appeared: decided.recheck.appeared, gone: decided.recheck.gone,
                        wasWritten: decided.entries.isEmpty, records: decided.before.map(\.reference),
                        proposal: decided.decision?.proposal, confirms: decided.decision?.confirms)))
        }
    }

    /// The disk took nothing: what was decided on top of it is taken back in reverse order, and everybody is told.
    private func takeBack(_ refused: [Decided]) {
        for decided in refused.reversed() {
            picture.take(decided.before)
            findings.apply(decided.before, giving: picture)
        }
        scribe.goBack(to: published.head, forgetting: refused.flatMap(\.keys), recalling: refused.flatMap(\.erased))
        picture.sequence = published.head.sequence
        lastChanges = published.lastChanges
        for decided in refused { decided.answer.resume(returning: .failure(.noSpace)) }
    }
}
