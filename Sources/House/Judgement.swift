import Committee
import Ledger
import Rulebook
import Venues

/// Whether an act may be written: what would make it meaningless, what stops it, and who may override a stop.
enum Judgement {
    /// Refuses what would mean nothing, and what preparation may not write.
    static func refuse(_ request: ActRequest, _ draft: Draft, before: Picture, actOnly: ActOnly, now: Instant) throws(Refusal) {
        try refuseMeaninglessAccounts(draft)
        try refuseUnknownZones(draft)
        try refuseUnentitledWaivers(draft, by: request.actor, before: before, now: now)
        if request.isPreparation, !request.recalls { try actOnly.refuse(draft, before: before) }
    }

    /// A grant at a desk that there is not would open nothing, and a letter to what is no address arrive nowhere; nobody would see why.
    private static func refuseMeaninglessAccounts(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            if let mail = (change.row as? Row<Account>)?.record.mail, !mail.isEmpty, !MailAddress.isOne(mail) {
                throw Refusal(.noMailAddress, [Fact("field", "mail"), Fact("value", mail)])
            }
            guard let grant = (change.row as? Row<Grant>)?.record, !grant.desk.isEmpty, !houseDesks.contains(grant.desk) else { continue }
            throw Refusal(
                .unknownDesk,
                [Fact("field", "desk"), Fact("desk", grant.desk), Fact("desks", houseDesks.joined(separator: ", "))])
        }
    }

    /// A day begins and ends on the clocks of a zone: of one that there is not, nobody could say when.
    private static func refuseUnknownZones(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            let zone = (change.row as? Row<Ceremony>)?.record.zone ?? (change.row as? Row<Place>)?.record.timeZone
            guard let zone, Zones.named(zone) == nil else { continue }
            throw Refusal(.unknownZone, [Fact("field", "zone"), Fact("zone", zone)])
        }
    }

    /// Only who could override a stop may say that a slip need not be put right: in office today, not by this very act, and in
    /// their own name.
    private static func refuseUnentitledWaivers(_ draft: Draft, by actor: String, before: Picture, now: Instant) throws(Refusal) {
        for change in draft.changes {
            guard let row = change.row as? Row<Waiver>,
                !before.isEntitled(row.record.approver, at: now) || row.record.approver != actor
            else { continue }
            throw Refusal(.waiverNotEntitled, [Fact("approver", row.record.approver), Fact("rule", row.record.rule)])
        }
    }

    /// The stop slips that name the act and touch what it is about: the records it writes, and those they name. A slip that
    /// the draft mends does not stop it; one that it makes does. Waived slips stop nothing.
    static func stops(_ act: ActName, _ draft: Draft, findings: Findings) -> [Slip] {
        guard findings.rulebook.rules.contains(where: { $0.stops.contains(act) }) else { return [] }
        let verdict = findings.judge(draft.changes, giving: draft.picture, for: act)
        var touched = Set(draft.changes.map(\.reference))
        for change in draft.changes { touched.formUnion(change.row.map { draft.picture.register.references(from: $0) } ?? []) }
        let standing = findings.slips.filter { slip in
            slip.severity == .stop && slip.stops.contains(act) && !verdict.replaces(slip) && !Set(slip.subjects).isDisjoint(with: touched)
        }
        let told = Set(verdict.slips.map(\.identity))
        return (verdict.slips + standing.filter { !told.contains($0.identity) }).filter { slip in
            slip.severity == .stop && slip.stops.contains(act) && draft.picture.waiver(for: slip, at: findings.now) == nil
        }
    }

    /// Refuses an override by somebody who may not: only the head or a deputy of a body, on the day, overrides a stop.
    static func entitle(_ request: ActRequest, to stops: [Slip], picture: Picture, at happened: Instant) throws(Refusal) {
        guard !picture.isEntitled(request.actor, at: happened) else { return }
        throw Refusal(.notEntitled, [Fact("actor", request.actor), Fact("rule", stops.first?.rule ?? "")])
    }
}

extension Picture {
    /// Whether somebody is head or deputy of a body on the day of that instant.
    fileprivate func isEntitled(_ code: String, at instant: Instant) -> Bool {
        guard let officer = find(Officer.self, code) else { return false }
        return officer.isValid(on: zone.day(at: instant)) && [.head, .deputy].contains(officer.role)
    }
}
