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

        static func known(_ sequence: Int) -> Receipt {
            Receipt(sequence: sequence, appeared: [], gone: [], wasWritten: true, records: [])
        }
    }

    private typealias Answer = CheckedContinuation<Result<Receipt, Denial>, Never>

    private struct Decided {
        /// Nil where everything was as wished already.
        let entry: Entry?
        let before: [Change]
        let keys: [PersonKey]
        let recheck: Findings.Recheck
        /// The ceremony with this act performed: what is published once it is durable.
        let outcome: Published
        let answer: Answer
    }

    private let journal: any Journal
    private let acts: [Act]
    /// What only these acts write: worked out once, and asked at every edit.
    private let actOnly: ActOnly
    /// The highest classification that may be held on this installation.
    private let ceiling: Classification
    private let clock: @Sendable () -> Instant
    /// Called when the disk has failed and nobody can know what is kept: it does not return.
    private let breakDown: @Sendable (JournalFailure) -> Never
    private var picture: Picture
    private var lastChanges: [Int: Int] = [:]
    private var head: Head
    private var keys: [UInt32: PersonKey]
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
        ceiling: Classification = .topSecret, clock: @escaping @Sendable () -> Instant,
        breakDown: @escaping @Sendable (JournalFailure) -> Never
    ) {
        self.journal = journal
        self.acts = acts
        actOnly = ActOnly(acts)
        self.ceiling = ceiling
        self.clock = clock
        self.breakDown = breakDown
        picture = opening.picture
        head = opening.head
        keys = opening.keys
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
        let draft: Draft
        let happened = deciding.happened(request)
        do {
            draft = try decide(request, happened: happened)
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
        return await written(request, draft, happened: happened)
    }

    private func written(_ request: ActRequest, _ draft: Draft, happened: Instant) async -> Result<Receipt, Denial> {
        await withCheckedContinuation { answer in
            if draft.changes.isEmpty {
                enqueueUnchanged(answer)
            } else {
                do throws(Unstorable) { try enqueue(request, draft, happened: happened, answer) } catch {
                    let code = Fact("code", draft.picture.code(of: error.reference) ?? "")
                    answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [code]))))
                }
            }
            if !isWriting {
                isWriting = true
                Task { await self.write() }
            }
        }
    }

    /// Lets time pass: what the rules say now though nobody did anything is published. While acts are on their way to the disk nothing
    /// is: they are ahead of what is published, and the next call comes when they no longer are.
    package func advance() {
        letTimePass()
        guard !isWriting, waiting.isEmpty else { return }
        published = Published(
            picture: published.picture, head: published.head, slips: findings.open, lastChanges: published.lastChanges)
        if isUntold { announce() }
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
                let draft = try deciding.decide(request, on: trial, happened: deciding.happened(request))
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
            return entry.act == act.rawValue
                ? .success(.known(entry.sequence)) : .failure(.refused(Refusal(.keyUsed, [Fact("entry", entry.sequence)])))
        } catch {
            return .failure(.journal(error))
        }
    }

    /// What decides now.
    private var deciding: Deciding { Deciding(acts: acts, actOnly: actOnly, ceiling: ceiling, now: clock()) }

    private func decide(_ request: ActRequest, happened: Instant) throws(Denial) -> Draft {
        try deciding.decide(request, on: findings, happened: happened)
    }

    /// There is nothing to write, but what made it so may still be on its way to the disk: the answer waits for that.
    private func enqueueUnchanged(_ answer: Answer) {
        waiting.append(
            Decided(
                entry: nil, before: [], keys: [], recheck: .none,
                outcome: Published(picture: picture, head: head, slips: findings.open, lastChanges: lastChanges), answer: answer))
    }

    /// - Throws: where a change cannot be stored. Then nothing of the act is taken in: what nobody could read back is not shown either.
    private func enqueue(_ request: ActRequest, _ draft: Draft, happened: Instant, _ answer: Answer) throws(Unstorable) {
        let sequence = head.sequence + 1
        let changes = draft.changes.map { change in
            change.row.map { Change($0.stamped(happened: happened, sequence: sequence)) } ?? change
        }
        var dice = SystemRandomNumberGenerator()
        var fresh: [PersonKey] = []
        var ring = keys
        var stored: [StoredChange] = []
        for change in changes {
            stored.append(
                try picture.register.stored(change, sequence: sequence) { subject in
                    if let key = ring[subject] { return key }
                    let key = PersonKey(dataSubject: subject, from: &dice)
                    ring[subject] = key
                    fresh.append(key)
                    return key
                })
        }
        keys = ring
        let reason = Overriding.written(request.reason, because: request.overrideReason)
        let entry = Entry(
            sequence: sequence, happened: happened, recorded: clock(), actor: request.actor, act: request.act.rawValue,
            reason: reason, idempotencyKey: request.idempotencyKey, changes: stored, previous: head.hash)
        let before = changes.map { change in picture[change.reference].map { Change($0) } ?? Change(removing: change.reference) }
        picture.take(changes)
        picture.sequence = sequence
        for change in changes { lastChanges[change.reference.slot] = sequence }
        head = Head(sequence: sequence, hash: entry.hash)
        let recheck = findings.apply(changes, giving: picture)
        waiting.append(
            Decided(
                entry: entry, before: before, keys: fresh, recheck: recheck,
                outcome: Published(picture: picture, head: head, slips: findings.open, lastChanges: lastChanges), answer: answer))
    }

    /// Writes what waits, batch after batch, until nothing waits.
    private func write() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting = []
            do {
                try await journal.append(batch.compactMap(\.entry), keys: batch.flatMap(\.keys))
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
                        wasWritten: decided.entry == nil, records: decided.before.map(\.reference))))
        }
    }

    /// The disk took nothing: what was decided on top of it is taken back in reverse order, and everybody is told.
    private func takeBack(_ refused: [Decided]) {
        for decided in refused.reversed() {
            picture.take(decided.before)
            findings.apply(decided.before, giving: picture)
            for key in decided.keys { keys[key.dataSubject] = nil }
        }
        picture.sequence = published.head.sequence
        lastChanges = published.lastChanges
        head = published.head
        for decided in refused { decided.answer.resume(returning: .failure(.noSpace)) }
    }
}
