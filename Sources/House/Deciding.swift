import Ledger
import Rulebook

/// Whether an act may be written, and what it would write: a pure function of the ceremony, the rules' answers and the moment.
struct Deciding: Sendable {
    let acts: [Act]
    let actOnly: ActOnly
    /// The highest classification that may be held on this installation.
    let ceiling: Classification
    let now: Instant

    /// How far a device's clock may be ahead of the house's when it tells a fact.
    static let mostAhead = 10

    /// When it happened: a fact from a clock that is a little ahead happened now.
    func happened(_ request: ActRequest) -> Instant {
        guard let happened = request.happened else { return now }
        let isFact = act(request)?.standing == .fact
        return isFact && happened <= now.adding(minutes: Self.mostAhead) ? min(happened, now) : happened
    }

    func decide(_ request: ActRequest, on findings: Findings, happened: Instant) throws(Denial) -> Draft {
        guard happened <= now else {
            throw .refused(Refusal(.notYet, [Fact("happened", happened.description), Fact("now", now.description)]))
        }
        let picture = findings.picture
        let draft: Draft
        do {
            draft = try self.draft(request, on: picture, happened: happened)
            try refuseAboveCeiling(draft)
            try Judgement.refuse(request, draft, before: picture, actOnly: actOnly, now: now)
        } catch {
            throw .refused(error)
        }
        guard act(request)?.standing == .world else { return draft }
        let stops = Judgement.stops(request.act, draft, findings: findings)
        guard !stops.isEmpty else { return draft }
        guard !request.overrideReason.isEmpty else { throw .stopped(stops) }
        do {
            try Judgement.entitle(request, to: stops, picture: picture, at: happened)
            // Nobody overrides by a date on which they were still in office.
            try Judgement.entitle(request, to: stops, picture: picture, at: now)
        } catch { throw .refused(error) }
        return draft
    }

    /// What is written of an act in the world that stops forbid: a gate that stops somebody has seen them. Nil where nothing is.
    func turnedAway(_ request: ActRequest, on findings: Findings, happened: Instant) -> Draft? {
        guard let act = act(request), act.tellsOfTurningAway else { return nil }
        let draft = try? Drafting.done(
            act, request.proposals, by: request.actor, on: findings.picture, happened: happened, acts: acts, isTurnedAway: true)
        return draft.flatMap { $0.changes.isEmpty ? nil : $0 }
    }

    private func act(_ request: ActRequest) -> Act? { acts.first { $0.name == request.act } }

    private func draft(_ request: ActRequest, on picture: Picture, happened: Instant) throws(Refusal) -> Draft {
        if request.isPreparation { return try Drafting.draft(request.proposals, on: picture, happened: happened) }
        guard let act = act(request) else { throw Refusal(.unknownAct, [Fact("act", request.act.rawValue)]) }
        return try Drafting.done(act, request.proposals, by: request.actor, on: picture, happened: happened, acts: acts)
    }

    private func refuseAboveCeiling(_ draft: Draft) throws(Refusal) {
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
