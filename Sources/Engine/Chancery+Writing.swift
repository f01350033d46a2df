import Ledger
import Rulebook

/// What was decided, on its way to the disk.
struct Decided {
    /// What was asked, so that it can be decided again where somebody else has written in between.
    enum Asked {
        case act(ActRequest)
        /// That somebody was turned away.
        case turnedAway(ActRequest, Denial)
        /// What a pack tells: whoever read it reads it again.
        case news
    }

    let asked: Asked
    /// None where everything was as wished already.
    var entries: [Entry] = []
    var before: [Change] = []
    var keys: [SealingKey] = []
    var attachments: [SealedAttachment] = []
    /// The keys that are destroyed with it.
    var erased: [SealingKey] = []
    var decision: Deciding.Decision?
    var recheck = RuleAnswers.Recheck.none
    /// The ceremony with this act performed: what is published once it is durable.
    let outcome: Published
    let answer: Chancery.Answer
}

/// From a decision to its place on the disk.
extension Chancery {
    /// Takes what was decided in, ahead of the journal; or answers at once where it cannot be stored.
    func enqueue(
        _ asked: Decided.Asked, _ decision: Deciding.Decision, happened: Instant, weighed: Weighing.Weighed? = nil, _ answer: Answer
    ) {
        guard let request = asked.request, !decision.draft.changes.isEmpty else {
            // There is nothing to write, but what made it so may still be on its way to the disk: the answer waits for that.
            return waiting.append(Decided(asked: asked, outcome: outcome, answer: answer))
        }
        do throws(Unstorable) { try enqueue(asked, request, decision, happened: happened, weighed, answer) } catch {
            let code = Fact("code", decision.draft.picture.code(of: error.reference) ?? "")
            answer.resume(returning: .failure(.refused(Refusal(.cannotBeStored, [code]))))
        }
    }

    /// - Throws: where a change cannot be stored. Then nothing of the act is taken in: what nobody could read back is not shown either.
    private func enqueue(
        _ asked: Decided.Asked, _ request: ActRequest, _ decision: Deciding.Decision, happened: Instant, _ weighed: Weighing.Weighed?,
        _ answer: Answer
    ) throws(Unstorable) {
        let start = (scribe: scribe, sequence: picture.sequence, lastChanges: lastChanges, lastErasure: lastErasure)
        let sequence = scribe.head.sequence + 1
        let happened = weighed == nil ? deciding.settled(happened, request, decision.draft, in: picture) : happened
        let changes = decision.draft.changes.stamped(happened: happened, sequence: sequence)
        let draught: Scribe.Draught
        if let written = weighed?.written {
            (draught, scribe) = written
            recorded = max(recorded, draught.entry.recorded)
        } else {
            draught = try scribe.write(
                changes, by: decision.signatory, act: decision.act.rawValue, words: decision.words, happened: happened,
                recorded: recording(), idempotencyKey: request.idempotencyKey,
                about: picture.owners(of: changes, naming: deciding.named(request, in: picture)), erasing: decision.erases,
                speaking: decision.speaking, due: decision.due, standing: picture.dataSubject)
        }
        let attachments: [SealedAttachment]
        do { attachments = try Attaching.sealed(request.files, of: changes, picture.register, scribe.keys) } catch {
            (scribe, picture.sequence, lastChanges, lastErasure) = start
            throw error
        }
        if !draught.entry.erases.isEmpty { lastErasure = sequence }
        let allowance = Weighing.allowance(records: changes.count, in: picture)
        let (before, recheck) = take(changes, at: sequence, weighed)
        if let exceeded = allowance.exceeded(by: recheck) {
            takeOut(before)
            (scribe, picture.sequence, lastChanges, lastErasure) = start
            return answer.resume(returning: .failure(.refused(Refusal(exceeded))))
        }
        waiting.append(
            Decided(
                asked: asked, entries: [draught.entry], before: before, keys: draught.keys, attachments: attachments,
                erased: draught.erased, decision: decision, recheck: recheck, outcome: outcome, answer: answer))
    }

    /// Takes changes into the ceremony ahead of the journal.
    ///
    /// - Parameter weighed: what that comes to, where it is known already.
    func take(
        _ changes: [Change], at sequence: Int, _ weighed: Weighing.Weighed? = nil
    ) -> (before: [Change], recheck: RuleAnswers.Recheck) {
        ground += 1
        let before = changes.map { change in picture[change.reference].map { Change($0) } ?? Change(removing: change.reference) }
        for change in changes { lastChanges[change.reference.slot] = sequence }
        if let weighed {
            picture = weighed.picture
            findings = weighed.findings
            return (before, weighed.recheck)
        }
        picture.apply(changes)
        picture.sequence = sequence
        return (before, findings.apply(changes, giving: picture))
    }

    func beginWriting() {
        guard !isWriting else { return }
        isWriting = true
        Task { await self.write() }
    }

    /// How often in a row others may have written first before an act is given up.
    private static let mostConflicts = 20

    /// Writes what waits, batch after batch, until nothing waits.
    func write() async {
        var conflicts = 0
        while !waiting.isEmpty {
            let batch = nextBatch()
            do {
                try await journal.append(
                    batch.flatMap(\.entries), keys: batch.flatMap(\.keys), attachments: batch.flatMap(\.attachments))
                publish(batch)
                conflicts = 0
            } catch .noSpace {
                giveUp(batch + waiting, because: .noSpace)
            } catch .notWritten(let why) {
                giveUp(batch + waiting, because: .journal(.notWritten(why)))
            } catch .keysMissing(let count) {
                // Found before anything was written: who would be erased is not, and the house goes on.
                giveUp(batch + waiting, because: .journal(.keysMissing(count)))
            } catch .notAtHead {
                conflicts += 1
                if conflicts > Self.mostConflicts { giveUp(batch + waiting, because: .journal(.notAtHead)) } else { await catchUp(batch) }
            } catch {
                breakDown(error)
            }
        }
        isWriting = false
    }

    /// What waits, up to an act that erases: what is written later of the same people brings new keys.
    private func nextBatch() -> [Decided] {
        let end = waiting.firstIndex { !$0.erased.isEmpty }.map { $0 + 1 } ?? waiting.count
        let batch = Array(waiting[..<end])
        waiting.removeFirst(end)
        return batch
    }

    private func publish(_ batch: [Decided]) {
        guard let last = batch.last else { return }
        show(last.outcome)
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

    /// The disk took nothing: what was decided on top of it is taken back, and everybody is told.
    private func giveUp(_ refused: [Decided], because denial: Denial) {
        undo(refused)
        waiting = []
        for decided in refused { decided.answer.resume(returning: .failure(denial)) }
    }

    private func takeOut(_ before: [Change]) {
        ground += 1
        picture.apply(before)
        findings.apply(before, giving: picture)
    }

    /// Takes what was decided back out of the ceremony, in reverse order.
    func undo(_ refused: [Decided]) {
        for decided in refused.reversed() { takeOut(decided.before) }
        scribe.goBack(to: published.head, forgetting: refused.flatMap(\.keys), recalling: refused.flatMap(\.erased))
        picture.sequence = published.head.sequence
        lastChanges = published.lastChanges
        lastErasure = published.lastErasure
    }
}

extension Picture {
    /// Whom a record that something is sealed of is about now; 0 for nobody, nil where it is gone.
    func dataSubject(of owner: KeyOwner) -> UInt32? {
        guard let slot = register.kind(owner.kind)?.slot else { return nil }
        return self[Reference(slot: slot, number: owner.number)].map { $0.dataSubject ?? 0 }
    }
}

extension Decided.Asked {
    fileprivate var request: ActRequest? {
        switch self {
        case .act(let request), .turnedAway(let request, _): request
        case .news: nil
        }
    }
}
