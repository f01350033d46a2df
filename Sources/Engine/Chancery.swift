package import Ledger
package import Rulebook
import Synchronization

/// The one actor: the only way in. It decides against the tentative ceremony without suspending, writes what was decided in
/// batches, and publishes a picture only when it is durable.
package actor Chancery {
    package let journal: any Journal
    package let house: Constitution
    /// The highest classification that may be held on this installation.
    private let ceiling: Classification
    package let clock: @Sendable () -> Instant
    /// Called when the disk has failed and nobody can know what is kept: it does not return.
    let breakDown: @Sendable (JournalFailure) -> Never
    /// What lies beside the journal and may hold words of whom it erases is emptied of them.
    let forget: @Sendable (ErasedWords) async throws -> Void
    /// The ceremony with all that was decided, ahead of the journal.
    var picture: Picture
    var lastChanges: [Int: Int] = [:]
    /// See ``Published/lastErasure``.
    var lastErasure = 0
    var scribe: Scribe
    /// When the last entry was recorded: a clock that goes back makes none of those that follow earlier.
    var recorded: Instant
    var findings: RuleAnswers
    /// Another number whenever the ceremony or its slips are others: what was weighed on one ground is not written on another.
    var ground = 0
    /// Who weighs what is large.
    var turns = Turns()
    /// Lets it go before, where others have often come before it.
    var precedence = Precedence()
    let sleep: Sleep
    /// What was decided and is not on its way to the disk yet.
    var waiting: [Decided] = []
    /// What was asked under the keys that were used since the house was opened: of older ones only what their entries changed is known.
    private var asked: [String: (digest: Int, entry: Int)] = [:]
    private static let mostRemembered = 50_000
    /// Who sent an act again while it was under way, by its idempotency key.
    private var repeaters: [String: (digest: Int, answers: [Answer])] = [:]
    var isWriting = false
    /// What is published: readers take it without waiting for the actor.
    private nonisolated let shown: Mutex<Published>
    /// Who is told of every publication.
    private var watchers: [Int: AsyncStream<Int>.Continuation] = [:]
    private var watcherCount = 0
    /// Whether time has brought or taken slips that nobody was told of yet.
    private var isUntold = false

    typealias Answer = CheckedContinuation<Result<Receipt, Denial>, Never>

    package init(
        _ opening: LoadedCeremony, of house: Constitution, journal: any Journal, ceiling: Classification = .topSecret,
        dice: Dice = .machine,
        sleep: Sleep = .machine, clock: @escaping @Sendable () -> Instant,
        forget: @escaping @Sendable (ErasedWords) async throws -> Void = { _ in },
        breakDown: @escaping @Sendable (JournalFailure) -> Never
    ) {
        self.forget = forget
        self.sleep = sleep
        self.journal = journal
        self.house = house
        self.ceiling = ceiling
        self.clock = clock
        self.breakDown = breakDown
        picture = opening.picture
        recorded = opening.recorded
        scribe = Scribe(opening.head, keys: opening.keys, register: opening.picture.register, dice: dice)
        let findings = RuleAnswers(house.rulebook, of: opening.picture, at: clock())
        self.findings = findings
        shown = Mutex(
            Published(
                picture: opening.picture, head: opening.head, slips: OrderedSlips(findings.open), lastChanges: [:],
                lastErasure: 0, holdsUntil: findings.wakes))
    }

    /// What was last published.
    package nonisolated var published: Published { shown.withLock { $0 } }

    /// What everybody may look at now: what was published, unless time alone has changed what the rules say of it.
    package nonisolated func current() async -> Published {
        let published = published
        if clock() < published.holdsUntil { return published }
        await advance()
        return self.published
    }

    /// Performs one act: everything or nothing. Returns when it is durable.
    package func perform(_ request: ActRequest) async -> Result<Receipt, Denial> {
        let key = request.idempotencyKey
        guard !key.isEmpty else { return await decideAndWrite(request) }
        let digest = request.digest
        if let first = repeaters[key] {
            guard first.digest == digest else {
                return .failure(.refused(Refusal(.keyUsed, [Fact("entry", picture.sequence)])))
            }
            return await withCheckedContinuation { repeaters[key]?.answers.append($0) }
        }
        if let before = asked[key], before.digest != digest {
            return .failure(.refused(Refusal(.keyUsed, [Fact("entry", before.entry)])))
        }
        repeaters[key] = (digest, [])
        let result: Result<Receipt, Denial>
        if let before = await writtenBefore(key, request) { result = before } else { result = await decideAndWrite(request) }
        if case .success(let receipt) = result {
            if asked.count >= Self.mostRemembered { asked = [:] }
            asked[key] = (digest, receipt.sequence)
        }
        for answer in repeaters.removeValue(forKey: key)?.answers ?? [] {
            answer.resume(returning: result.map { .known($0.sequence) })
        }
        return result
    }

    /// Keeps that an act was tried which somebody was refused before they could ask for it, as it is kept of what is asked. It is not done,
    /// even where it could be by now.
    package func noteTry(_ request: ActRequest) async {
        if size(of: request) > Weighing.fewest { return await noteLargeTry(request) }
        letTimePass()
        let happened = deciding.happened(request, in: picture)
        do { _ = try deciding.decide(request, on: findings, happened: happened) } catch {
            guard let told = deciding.told(of: request, error, on: findings, happened: happened) else { return }
            _ = await written(.turnedAway(request, error), told, happened: happened)
        }
    }

    private func decideAndWrite(_ asked: ActRequest) async -> Result<Receipt, Denial> {
        var request = asked
        if let entry = asked.takesBack {
            do throws(Denial) { request = try await takingBack(entry, asked) } catch { return .failure(error) }
        }
        let words: ErasedWords?
        do throws(Denial) {
            try await refuseOverfull(request)
            request.former = try await former(of: request)
            words = try await wordsErased(by: request)
            try await forgetBeside(words)
        } catch { return .failure(error) }
        let result = await decideAndWriteNow(request)
        // Somebody may have kept a list meanwhile. Where that fails it is done at the next erasure.
        if case .success = result { try? await forgetBeside(words) }
        return result
    }

    private func decideAndWriteNow(_ request: ActRequest) async -> Result<Receipt, Denial> {
        if size(of: request) > Weighing.fewest { return await weighAndWrite(request) }
        await giveWay()
        letTimePass()
        let decision: Deciding.Decision
        let happened = deciding.happened(request, in: picture)
        do {
            decision = try deciding.decide(request, on: findings, happened: happened)
        } catch {
            guard let told = deciding.told(of: request, error, on: findings, happened: happened) else { return .failure(error) }
            return await refused(request, error, told, happened: happened)
        }
        if findings.reach(of: decision.draft.changes, giving: decision.draft.picture) > Weighing.mostAsked {
            return await weighAndWrite(request)
        }
        return await written(.act(request), decision, happened: happened)
    }

    /// The fact is kept before the answer is given; where it cannot be, that is the answer. It does not bear the act's key: sent again, the
    /// act was not done.
    func refused(
        _ request: ActRequest, _ denial: Denial, _ told: Deciding.Decision, happened: Instant
    ) async -> Result<Receipt, Denial> {
        var fact = request
        fact.idempotencyKey = ""
        if case .failure(let why) = await written(.turnedAway(fact, denial), told, happened: happened) { return .failure(why) }
        return .failure(denial)
    }

    /// - Parameter weighed: the ceremony and its slips with it done, where they were found beside the actor on this very ground.
    func written(
        _ asked: Decided.Asked, _ decision: Deciding.Decision, happened: Instant, weighed: Weighing.Weighed? = nil
    ) async -> Result<Receipt, Denial> {
        await withCheckedContinuation { answer in
            enqueue(asked, decision, happened: happened, weighed: weighed, answer)
            beginWriting()
        }
    }

    /// Lets time pass: what the rules say now though nobody did anything is published. While acts are on their way to the disk nothing
    /// is: they are ahead of what is published, and the next call comes when they no longer are.
    package func advance() {
        letTimePass()
        guard !isWriting, waiting.isEmpty else { return }
        show(outcome)
        if isUntold { announce() }
    }

    /// What an act would do as things stand, or why it is refused.
    package func preview(_ asked: ActRequest) async -> Result<Preview, Denial> {
        var request = asked
        do throws(Denial) { request.former = try await former(of: asked) } catch { return .failure(error) }
        letTimePass()
        if size(of: request) <= Weighing.fewest, let preview = weighing.preview(request, reachingAtMost: Weighing.mostAsked) {
            return preview
        }
        return await beside(for: request.authority.asker) { [request] in $0.preview(request) ?? .failure(.busy) } ?? .failure(.busy)
    }

    /// What a proposal would do, as whoever made it asked for it, or why it could not be done any more. Nothing is written.
    package func preview(_ pending: PendingAct) async -> Result<Preview, Denial> {
        do throws(Refusal) { return await preview(try Proposing.request(of: pending)) } catch { return .failure(.refused(error)) }
    }

    /// What the rules would say of the ceremony with these acts performed, or why one of them is refused. Nothing is written.
    package func tryOut(_ requests: [ActRequest]) async -> Result<(draft: Picture, appeared: [Slip], gone: [Slip]), Denial> {
        letTimePass()
        guard requests.reduce(0, { $0 + size(of: $1) }) > Weighing.fewest else { return weighing.tryOut(requests) }
        return await beside(for: requests.first?.authority.asker ?? "") { $0.tryOut(requests) } ?? .failure(.busy)
    }

    /// Records of an entry above which it is not taken back.
    private static let mostTakenBack = 500

    /// What taking an entry back means now. Only who wrote it takes it back; what was done in the world only as long as its act allows.
    private func takingBack(_ sequence: Int, _ request: ActRequest) async throws(Denial) -> ActRequest {
        var request = request
        let alterations: [Alteration]
        do {
            alterations =
                try await Historian(journal, register: house.register)
                .alterations(of: sequence, by: request.actor, atMost: Self.mostTakenBack) ?? []
        } catch { throw .journal(error) }
        func refusal(_ act: String) -> Denial { .refused(Refusal(.noTakeBack, [Fact("entry", sequence), Fact("act", act)])) }
        // Whether there is no such entry, or it is another's or too large, is told in one sentence: it says nothing of others' entries.
        guard let entry = alterations.first?.entry else { throw .refused(Refusal(.notYourEntry, [Fact("entry", sequence)])) }
        if let act = house.act(ActName(entry.act)) {
            guard act.lets(entry, beTakenBackAt: clock()) else { throw refusal(entry.act) }
            request.recalls = true
        }
        let taking = TakingBack(sequence, alterations, in: picture)
        guard taking.changedSince.isEmpty else { throw refusal(entry.act) }
        request.act = .takeBack
        request.proposals = taking.proposals
        return try await recalling(request, alterations)
    }

    private func writtenBefore(_ key: String, _ request: ActRequest) async -> Result<Receipt, Denial>? {
        do {
            return try await journal.entry(idempotencyKey: key).map { answer(to: request, by: $0) }
        } catch {
            return .failure(.journal(error))
        }
    }

    /// What is answered where an entry bears an act's key already.
    func answer(to request: ActRequest, by entry: Entry) -> Result<Receipt, Denial> {
        // One key, one act: nobody is told that something was done which never was.
        entry.act == request.act.rawValue && isAbout(request, entry) || isProposal(of: request.act, entry)
            ? .success(.known(entry.sequence)) : .failure(.refused(Refusal(.keyUsed, [Fact("entry", entry.sequence)])))
    }

    /// Whether an entry changed any of the records that are named, or made something of them. Where one of the entry's own is gone, or not yet
    /// heard of here, it cannot be told any more.
    private func isAbout(_ request: ActRequest, _ entry: Entry) -> Bool {
        guard entry.act != ActName.propose.rawValue, request.act != .takeBack else { return true }
        let changed = entry.changes.compactMap { change in
            picture.register.kind(change.kind).map { Reference(slot: $0.slot, number: change.number) }
        }
        guard changed.allSatisfy({ picture[$0] != nil }) else { return true }
        let named = changed.flatMap { reference in picture[reference].map(picture.register.references) ?? [] }
        return Dictionary(grouping: request.proposals.filter { !$0.code.isEmpty }, by: \.kind).allSatisfy { word, proposals in
            guard let kind = picture.register.kind(word) else { return true }
            // What was made from a record names it, or nothing of its kind. What was as wished already is not in the entry.
            let isOrigin = proposals.contains(where: \.isOrigin)
            let about = Set((changed + (isOrigin ? named : [])).filter { $0.slot == kind.slot }.compactMap(picture.code))
            return about.isEmpty ? isOrigin : !about.isDisjoint(with: proposals.map(\.code))
        }
    }

    /// Whether an entry proposed that act.
    private func isProposal(of act: ActName, _ entry: Entry) -> Bool {
        guard entry.act == ActName.propose.rawValue, let number = entry.changes.first?.number else { return false }
        return picture[ID<PendingAct>(number)]?.act == act.rawValue
    }

    /// What decides now.
    var deciding: Deciding { Deciding(house: house, ceiling: ceiling, now: clock(), recorded: recorded) }

    /// When what is written now is recorded: by the clock, and never before what was written last.
    func recording() -> Instant {
        recorded = max(recorded, clock())
        return recorded
    }

    /// The ceremony with all that was decided.
    var outcome: Published {
        Published(
            picture: picture, head: scribe.head, slips: OrderedSlips(findings.open), lastChanges: lastChanges,
            lastErasure: lastErasure, holdsUntil: findings.wakes)
    }

    /// Lets the findings' clock run on; what time alone has brought is told with the next publication.
    func letTimePass() {
        let recheck = findings.advance(to: max(clock(), findings.now))
        if !recheck.asked.isEmpty { ground += 1 }
        if !recheck.appeared.isEmpty || !recheck.gone.isEmpty { isUntold = true }
    }
}

extension Act {
    /// Whether what was done may still be taken back. What was recorded later than the clock says, by a clock that has gone back since, is
    /// as old as what happened.
    package func lets(_ entry: EntryHead, beTakenBackAt now: Instant) -> Bool {
        guard let takenBackWithin else { return false }
        return now <= (entry.recorded > now ? entry.happened : entry.recorded).adding(minutes: takenBackWithin)
    }
}

/// Who is shown and told what is published.
extension Chancery {
    func show(_ next: Published) { shown.withLock { $0 = next } }

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

    func announce() {
        isUntold = false
        for watcher in watchers.values { watcher.yield(published.head.sequence) }
    }
}
