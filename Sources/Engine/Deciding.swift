import Ledger
import Rulebook

/// Whether an act may be written, and what it would write: a pure function of the ceremony, the rules' answers and the moment.
struct Deciding: Sendable {
    let house: Constitution
    /// The highest classification that may be held on this installation.
    let ceiling: Classification
    let now: Instant
    /// When the last entry was recorded: later than now where the clock has gone back since.
    let recorded: Instant

    /// What shall be written, and under what.
    struct Decision {
        var draft: Draft
        let act: ActName
        let signatory: Entry.Signatory
        let words: Entry.Words
        /// The proposal that waits for another officer, where that is all that is written.
        var proposal: Reference?
        /// What would be done once it is confirmed.
        var meant: Draft?
        /// The people of whom everything is erased with it.
        var erases: Set<UInt32> = []
        /// Records that speak of them, whoever they are about themselves.
        var speaking: Set<KeyOwner> = []
        /// What is erased with it because its date has come.
        var due = Due.nothing
        /// The act that another officer has confirmed with it.
        var confirms: ActName?
    }

    /// How far a device's clock may be ahead of the house's when it tells a fact, in minutes.
    static let mostAhead = 10

    /// When it happened: a fact from a clock that is a little ahead happened now.
    func happened(_ request: ActRequest, in picture: Picture) -> Instant {
        guard let happened = given(request) else { return byTheClock(named(request, in: picture), in: picture) ?? now }
        let isFact = act(request)?.standing == .fact
        return isFact && happened <= now.adding(minutes: Self.mostAhead) ? min(happened, now) : happened
    }

    /// When what is written happened: where the clock says it, no earlier than what it changes, named or not.
    func settled(_ happened: Instant, _ request: ActRequest, _ draft: Draft, in picture: Picture) -> Instant {
        guard given(request) == nil, let newest = byTheClock(draft.changes.map(\.reference), in: picture) else { return happened }
        return max(happened, newest)
    }

    /// When somebody says that it happened; nil where the clock does. What is proposed is decided on now, whatever anybody says; and what
    /// leaves the house leaves it now, for it is counted over days.
    private func given(_ request: ActRequest) -> Instant? {
        let act = act(request)
        let isNow = act?.slot == PendingAct.slot || act?.isForReaders ?? false
        return isNow ? nil : request.happened
    }

    /// By a clock that has gone back it is earlier than what was done already. What is done to these records is done after what was done to
    /// them, as far as the house itself has recorded that it was. Nil where the clock has not gone back, or none of them is newer.
    private func byTheClock(_ references: [Reference], in picture: Picture) -> Instant? {
        guard now < recorded, let newest = references.compactMap({ picture[$0]?.happened }).max(), newest > now else { return nil }
        return min(newest, recorded)
    }

    /// The records that a request names; of a proposal also those that it is about.
    func named(_ request: ActRequest, in picture: Picture) -> [Reference] {
        var named: [Reference] = []
        for proposal in request.proposals {
            guard let kind = picture.register.kind(proposal.kind), let number = picture[slot: kind.slot].number(of: proposal.code) else {
                continue
            }
            named.append(Reference(slot: kind.slot, number: number))
            guard kind.slot == PendingAct.slot, let pending = picture[ID<PendingAct>(number)],
                let inner = try? Proposing.request(of: pending)
            else { continue }
            named += self.named(inner, in: picture)
        }
        return named
    }

    func decide(_ request: ActRequest, on findings: RuleAnswers, happened: Instant) throws(Denial) -> Decision {
        if request.act == .confirm { return try confirmed(request, on: findings, happened: happened) }
        let permitting = permitting(request.authority, findings)
        let draft = try judged(request, permitting, on: findings, happened: happened)
        let act = act(request)
        let due = due(request, draft, in: findings.picture)
        let decision = forgetting(
            Decision(
                draft: draft, act: request.act, signatory: request.authority.signatory(),
                words: Entry.Words(reason: request.reason, override: request.overrideReason),
                erases: erased(request, draft, due, in: findings.picture), due: due),
            request, in: findings.picture)
        do {
            try refuseNaming([request.reason, request.overrideReason], request, draft, decision, in: findings.picture)
            try refuseNothingDue(decision, request, in: findings.picture)
        } catch { throw .refused(error) }
        guard !draft.changes.isEmpty, permitting.takesTwo(draft, act) else { return decision }
        guard request.authority.isProved else { throw .needsProof }
        // What the law says is due takes no second officer of whoever holds the files themselves.
        if act?.forgetsByDate == true, request.authority.holdsDataFolder { return decision }
        if permitting.isAlone(draft, act) {
            guard request.authority.holdsDataFolder else { throw .refused(Refusal(.secondOfficerMissing)) }
            return decision
        }
        do { try Proposing.refusePersonal(request, act, in: findings.picture) } catch { throw .refused(error) }
        let proposal = Proposing.pending(request, act, draft, in: findings.picture, at: now)
        return Decision(
            draft: proposal, act: .propose, signatory: decision.signatory, words: Entry.Words(reason: request.reason),
            proposal: proposal.changes.first?.reference, meant: due.isEmpty ? draft : decision.draft)
    }

    /// What another officer proposed is done now, if it is still what was proposed and both of them may.
    private func confirmed(_ request: ActRequest, on findings: RuleAnswers, happened: Instant) throws(Denial) -> Decision {
        let permitting = permitting(request.authority, findings)
        let outer = try judged(request, permitting, on: findings, happened: happened)
        let picture = findings.picture
        guard request.proposals.count == 1, let row = outer.changes.first?.row as? Row<PendingAct> else {
            throw .refused(
                Refusal(.unknownRecord, [Fact("kind", .word(PendingAct.code)), Fact("code", request.proposals.first?.code ?? "")]))
        }
        let pending = row.record
        do { try refuseOwn(pending, request.authority, picture) } catch { throw .refused(error) }
        var inner: ActRequest
        do { inner = try Proposing.request(of: pending) } catch { throw .refused(error) }
        inner.former = request.former
        // Both must still be allowed to do it: the one who proposed it, and the one who lets it be done.
        let draft = try judged(inner, self.permitting(inner.authority, findings), on: findings, happened: happened)
        try permitting.admit(inner, act(inner))
        do {
            try permitting.permit(draft, act(inner))
            try house.offices.refuseSelfMade(draft, by: permitting)
        } catch { throw .refused(error) }
        guard Proposing.meaning(of: draft, act(inner), before: picture).written == pending.meaning else {
            throw .refused(Refusal(.proposalChanged, [Fact("code", row.code)]))
        }
        let done = seconded(draft, inner, by: request.authority.officer, happened: happened)
        var after = done.picture
        after.apply(outer.changes)
        let reason = [pending.reason, request.reason].filter { !$0.isEmpty }.joined(separator: " · ")
        let due = due(inner, draft, in: picture)
        let decision = forgetting(
            Decision(
                draft: Draft(changes: outer.changes + done.changes, picture: after), act: .confirm,
                signatory: request.authority.signatory(proposer: pending.proposer), words: Entry.Words(reason: reason),
                erases: erased(inner, draft, due, in: picture), due: due, confirms: inner.act),
            request, in: picture)
        do {
            try refuseNaming([pending.reason, request.reason], inner, draft, decision, in: picture)
            try refuseNothingDue(decision, inner, in: picture)
        } catch { throw .refused(error) }
        return decision
    }

    /// What was proposed, with what its act says of whoever confirms it.
    private func seconded(_ draft: Draft, _ request: ActRequest, by officer: String, happened: Instant) -> Draft {
        guard let act = act(request), act.tellsOfSecond else { return draft }
        let changes = draft.changes.map { change in
            guard let row = change.row, row.slot == act.slot else { return change }
            let setting = Act.Setting(
                picture: draft.picture, before: row, number: row.number, code: row.code, officer: officer, happened: happened)
            return Change(act.seconded(row, setting))
        }
        var after = draft.picture
        after.apply(changes)
        return Draft(changes: changes, picture: after)
    }

    /// Refuses a proposal to whoever could be who made it: by another account or office, or because both came in by one hand. Who hands out the
    /// codes of two accounts can be both of them, and so can who let in whoever handed them out.
    private func refuseOwn(_ pending: PendingAct, _ authority: Authority, _ picture: Picture) throws(Refusal) {
        let isSameAccount = authority.account != nil && authority.account == pending.proposerAccount
        guard !isSameAccount, !house.offices.isOnePerson(pending.proposer, authority.officer, in: picture) else {
            throw Refusal(.ownProposal, [Fact("code", pending.heading.code)])
        }
        let hands = Set(authority.letInBy + [authority.account].compactMap { $0 }).intersection(pending.hands)
        // Whose hand it was that nobody knows may have been anybody's.
        guard !authority.letInBy.contains(Authority.unknownHand), !pending.hands.contains(Authority.unknownHand) else {
            throw Refusal(.unknownHand, [Fact("code", pending.heading.code)])
        }
        guard hands.isEmpty else {
            throw Refusal(.sameHand, [Fact("code", pending.heading.code), Fact("hands", hands.sorted().joined(separator: ", "))])
        }
    }

    /// Only who could let it be done turns a proposal down.
    private func refuseStrangersTo(_ draft: Draft, _ permitting: Permitting) throws(Denial) {
        for change in draft.changes {
            guard let pending = (change.row as? Row<PendingAct>)?.record else { continue }
            let inner: ActRequest
            do { inner = try Proposing.request(of: pending) } catch { throw .refused(error) }
            try permitting.admit(inner, act(inner))
        }
    }

    /// The draft of what is asked, with all that could be said against it said.
    private func judged(
        _ request: ActRequest, _ permitting: Permitting, on findings: RuleAnswers, happened: Instant
    ) throws(Denial) -> Draft {
        guard happened <= (given(request) == nil ? max(now, recorded) : now) else {
            throw .refused(Refusal(notYet: happened, at: now, in: findings.picture))
        }
        do { try request.refuseOverlong() } catch { throw .refused(error) }
        let picture = findings.picture
        let act = act(request)
        try permitting.admit(request, act)
        let draft: Draft
        do {
            draft = try self.draft(request, on: picture, happened: happened, permitting.outlook)
            try permitting.refuseUnseen(removed(request, in: picture))
            try permitting.permit(draft, act)
            try ActBounds.refuseOversized(draft, before: picture)
            try Attaching.refuse(draft, with: request.files, before: picture)
            try refuseAboveCeiling(draft)
            try Judgement.refuse(request, draft, before: picture, of: house, now: now)
            try house.offices.refuseSelfMade(draft, by: permitting)
        } catch {
            throw .refused(error)
        }
        if request.act == .turnDown { try refuseStrangersTo(draft, permitting) }
        guard let act, act.standing == .world else { return draft }
        let stops = findings.stops(act, draft.changes, giving: draft.picture)
        guard !stops.isEmpty else { return draft }
        guard !request.overrideReason.isEmpty else { throw .stopped(stops) }
        do {
            try Judgement.entitle(request, to: stops, in: picture, of: house, at: happened)
            // Nobody overrides by a date on which they were still in office.
            try Judgement.entitle(request, to: stops, in: picture, of: house, at: now)
        } catch { throw .refused(error) }
        return draft
    }

    /// What is written of an act in the world that is not done: what the act itself tells of whoever it turns away, or else that it was
    /// tried. Nil where nothing is.
    func told(of request: ActRequest, _ denial: Denial, on findings: RuleAnswers, happened: Instant) -> Decision? {
        if case .stopped = denial, let told = turnedAway(request, on: findings, happened: happened) { return told }
        let permitting = permitting(request.authority, findings)
        let traces = Traces(house: house, picture: findings.picture, now: now, sees: permitting.sees)
        // Why it was tried is not kept: whom it would have been about, only the request says, and no key is theirs.
        return act(request).flatMap { traces.trace(of: request, $0, denial) }.map { draft in
            Decision(draft: draft, act: .noteRefusal, signatory: request.authority.signatory(), words: Entry.Words(reason: ""))
        }
    }

    /// What is written of an act in the world that stops forbid: a gate that stops somebody has seen them. Nil where nothing is.
    func turnedAway(_ request: ActRequest, on findings: RuleAnswers, happened: Instant) -> Decision? {
        guard let act = act(request), act.tellsOfTurningAway else { return nil }
        let draft = try? Drafting.done(
            act, request.proposals, by: request.actor, on: findings.picture, happened: happened, acts: house.acts, isTurnedAway: true,
            outlook: permitting(request.authority, findings).outlook)
        guard let draft, !draft.changes.isEmpty else { return nil }
        return Decision(
            draft: draft, act: request.act, signatory: request.authority.signatory(), words: Entry.Words(reason: request.reason))
    }

    private func act(_ request: ActRequest) -> Act? { house.act(request.act) }

    private func permitting(_ authority: Authority, _ findings: RuleAnswers) -> Permitting {
        Permitting(authority, in: findings.picture, of: house, now: now)
    }

    private func refuseNaming(
        _ reasons: [String], _ request: ActRequest, _ draft: Draft, _ decision: Decision, in picture: Picture
    ) throws(Refusal) {
        guard request.act == .erase || !decision.due.isEmpty else { return }
        let changes = decision.due.isEmpty ? draft.changes : decision.draft.changes
        let rows = changes.compactMap { picture[$0.reference] } + removed(request, in: picture)
        try Erasing.refuseNaming(reasons, of: rows, in: picture)
    }

    /// Where nothing has come to its date that was not erased already, nothing is written.
    private func refuseNothingDue(_ decision: Decision, _ request: ActRequest, in picture: Picture) throws(Refusal) {
        guard let act = act(request), act.forgetsByDate else { return }
        let isDue = decision.draft.changes.contains { change in
            picture[change.reference].map { before in change.row.map { !before.isEqual(to: $0) } ?? false } ?? false
                && change.reference.slot != PendingAct.slot
        }
        let keys = request.former.keys.keys(of: decision.due, picture.register, standing: picture.dataSubject)
        guard isDue || !keys.isEmpty else { throw Refusal(.nothingDue) }
    }

    /// Whom the act erases who stand in no record any more.
    private func removed(_ request: ActRequest, in picture: Picture) -> [any AnyRow] {
        guard request.act == .erase else { return [] }
        return request.proposals.compactMap { proposal in
            guard let slot = picture.register.kind(proposal.kind)?.slot, slot == act(request)?.slot,
                picture[slot: slot].number(of: proposal.code) == nil
            else { return nil }
            return request.former.removed["\(proposal.kind)/\(proposal.code)"]
        }
    }

    /// What is erased with it because its date has come.
    private func due(_ request: ActRequest, _ draft: Draft, in picture: Picture) -> Due {
        guard let act = act(request), act.forgetsByDate, let row = draft.changes.compactMap(\.row).first(where: { $0.slot == act.slot })
        else { return .nothing }
        return act.forgets(writing: row, in: picture)
    }

    /// Of whom everything is erased with it.
    private func erased(_ request: ActRequest, _ draft: Draft, _ due: Due, in picture: Picture) -> Set<UInt32> {
        let former = request.former
        if request.act == .erase { return Set(draft.changes.compactMap { $0.row?.dataSubject }).union(former.subjects) }
        guard let people = picture.register.people, due.ends(people) else { return former.subjects }
        var everybody = former.subjects.union(former.everybody).union(former.keys.all.map(\.owner.dataSubject))
        picture[slot: people.slot].forEach { everybody.insert($0.number) }
        return everybody.subtracting(due.sparing).subtracting([0])
    }

    /// With everything blank that the journal seals of whom it erases, in whichever record it stands, and with what is due.
    private func forgetting(_ decision: Decision, _ request: ActRequest, in picture: Picture) -> Decision {
        guard !decision.erases.isEmpty || !decision.due.isEmpty else { return decision }
        var decision = decision
        decision.speaking = request.former.speakers(of: decision.erases)
        let written = Set(decision.draft.changes.map(\.reference))
        var changes = decision.draft.changes.map { change in
            change.row.flatMap { bare($0, decision, in: picture) }.map { Change($0) } ?? change
        }
        for kind in picture.register.kinds where kind.seals {
            picture[slot: kind.slot].forEach { row in
                guard let bare = bare(row, decision, in: picture) else { return }
                if row.dataSubject ?? 0 == 0, isSpoken(row, decision) || picture.goes(row, with: decision.erases) {
                    decision.speaking.insert(KeyOwner(kind: kind.code, number: row.number, dataSubject: 0))
                }
                guard !written.contains(row.reference), !bare.isEqual(to: row) else { return }
                changes.append(Change(bare))
            }
        }
        let bared = Set(changes.map(\.reference))
        for reference in request.former.beside where !bared.contains(reference) {
            guard let row = picture[reference], !picture.goes(row, with: decision.erases),
                !decision.due.sparing.contains(row.dataSubject ?? 0)
            else { continue }
            changes.append(Change(row))
        }
        var after = decision.draft.picture
        after.apply(changes)
        decision.draft = Draft(changes: changes, picture: after)
        return decision
    }

    private func isSpoken(_ row: any AnyRow, _ decision: Decision) -> Bool {
        guard !decision.speaking.isEmpty, let kind = house.register.kind(slot: row.slot) else { return false }
        return decision.speaking.contains(KeyOwner(kind: kind.code, number: row.number, dataSubject: 0))
    }

    /// A record without what is erased of it; nil where nothing is.
    private func bare(_ row: any AnyRow, _ decision: Decision, in picture: Picture) -> (any AnyRow)? {
        guard let kind = picture.register.kind(slot: row.slot) else { return nil }
        // What spoke of them once is blank too, whomever it speaks of by now: its words may be from then.
        if isSpoken(row, decision) || picture.goes(row, with: decision.erases) { return kind.withoutSealedFields(row) }
        guard decision.due.terms[kind.code] != nil, !decision.due.sparing.contains(row.dataSubject ?? 0) else { return nil }
        return kind.withoutDueFields(row, decision.due)
    }

    private func draft(
        _ request: ActRequest, on picture: Picture, happened: Instant, _ outlook: Outlook
    ) throws(Refusal) -> Draft {
        if request.isPreparation { return try Drafting.draft(request.proposals, on: picture, happened: happened, outlook: outlook) }
        guard let act = act(request) else { throw Refusal(.unknownAct, [Fact("act", request.act.rawValue)]) }
        // Whom the journal still holds, though they were removed, is erased without being put back first.
        let removed = removed(request, in: picture)
        let names = Set(removed.map(\.code))
        let draft = try Drafting.done(
            act, removed.isEmpty ? request.proposals : request.proposals.filter { !names.contains($0.code) }, by: request.actor,
            on: picture, happened: happened, acts: house.acts, outlook: outlook)
        return Draft(changes: draft.changes + removed.map { Change(removing: $0.reference) }, picture: draft.picture)
    }

    func refuseAboveCeiling(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            guard let row = change.row, row.classification.grade > ceiling.grade else { continue }
            throw Refusal(
                .aboveCeiling,
                [
                    Fact("field", "classification"), Fact("value", .word(row.classification.rawValue)),
                    Fact("ceiling", .word(ceiling.rawValue)),
                ])
        }
    }
}
