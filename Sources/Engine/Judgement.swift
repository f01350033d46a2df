import Ledger
import Rulebook

/// Whether an act may be written: what would make it meaningless, what stops it, and who may override a stop.
enum Judgement {
    /// Refuses what would mean nothing, and what preparation may not write.
    static func refuse(_ request: ActRequest, _ draft: Draft, before: Picture, of house: Constitution, now: Instant) throws(Refusal) {
        try house.offices.refuseMeaningless(draft)
        try refuseUnentitledWaivers(draft, by: request.actor, before: before, of: house, now: now)
        if request.isPreparation, !request.recalls { try house.actOnly.refuse(draft, before: before) }
    }

    /// Only who could override a stop may say that a slip need not be put right: in office today, not by this very act, and in
    /// their own name.
    private static func refuseUnentitledWaivers(
        _ draft: Draft, by actor: String, before: Picture, of house: Constitution, now: Instant
    ) throws(Refusal) {
        for change in draft.changes {
            guard let row = change.row as? Row<Waiver>,
                !house.offices.mayOverride(row.record.approver, in: before, on: before.zone.day(at: now)) || row.record.approver != actor
            else { continue }
            throw Refusal(.waiverNotEntitled, [Fact("approver", row.record.approver), Fact("rule", row.record.rule)])
        }
    }

    /// Refuses an override by somebody who may not: only the head or a deputy of a body, on the day, overrides a stop.
    static func entitle(
        _ request: ActRequest, to stops: [Slip], in picture: Picture, of house: Constitution, at happened: Instant
    ) throws(Refusal) {
        guard !house.offices.mayOverride(request.actor, in: picture, on: picture.zone.day(at: happened)) else { return }
        throw Refusal(.notEntitled, [Fact("actor", request.actor), Fact("rule", stops.first?.rule ?? "")])
    }
}
