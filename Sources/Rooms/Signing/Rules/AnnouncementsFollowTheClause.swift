package import Rulebook
import Ledger
import Parties

/// Announced counts and dates are those that the treaty's own clause gives; an organisation's instrument adds nothing.
///
/// Compared are the depositary's announcements (signatories and counting instruments on a day, entry into force) and, on each
/// deposited instrument, its ordinal and the day from which it binds. Organisations are signatories, but their instruments have no
/// ordinal. A definitive signature where the treaty knows none is found as well. What nobody announced is not compared.
///
/// Source: the Hanoi Convention, art. 65; Summary of Practice of the Secretary-General as Depositary (ST/LEG/7/Rev.1), ch. VIII.
package let announcementsFollowTheClause = Rule("SGN-13", .stop, about: Treaty.self, stops: [.deposit], finds: Found.self) { treaty, see in
    let records = TreatyRecords(of: treaty, see)
    for notification in see.each(DepositaryNotification.byTreaty, treaty.id) { judge(notification, records, see) }
    for act in records.acts where act.kind.isConsent && act.depositedOn != nil { judge(act, records, see) }
    for signature in records.signatures where signature.effect == .definitive && !treaty.allowsDefinitiveSignature {
        see.slip(
            on: signature.reference, treaty.reference, variant: Found.definitive,
            facts: [Fact("treaty", treaty.id), Fact("party", of: signature.party)], mend: .edit(signature.id, "effect"))
    }
}

private enum Found: String, SlipVariant {
    case signatories, instruments, entry, entryTooEarly = "entry_too_early"
    case ordinal, organisationCounted = "organisation_counted", inForce = "in_force", inForceTooEarly = "in_force_too_early"
    case definitive
}

private func judge(_ notification: DepositaryNotification, _ records: TreatyRecords, _ see: See) {
    func report(_ variant: Found, _ field: String, _ facts: [Fact]) {
        see.slip(
            on: notification.reference, records.treaty.reference, variant: variant,
            facts: [Fact("treaty", records.treaty.id), Fact("notification", notification.id)] + facts,
            mend: .edit(notification.id, field))
    }
    if let day = notification.asOf {
        compare(notification.signatories, records.standing.signatories(on: day).count) { announced, counted in
            report(.signatories, "signatories", [Fact("day", day), Fact("announced", announced), Fact("counted", counted)])
        }
        compare(notification.instruments, records.standing.counted(on: day).count) { announced, counted in
            report(.instruments, "instruments", [Fact("day", day), Fact("announced", announced), Fact("counted", counted)])
        }
    }
    guard let announced = notification.entersIntoForceOn, announced != records.standing.entersIntoForceOn else { return }
    if let computed = records.standing.entersIntoForceOn {
        report(.entry, "enters_into_force_on", [Fact("announced", announced), Fact("computed", computed)])
    } else {
        report(.entryTooEarly, "enters_into_force_on", [Fact("announced", announced), Fact("needed", records.treaty.instruments)])
    }
}

private func compare(_ announced: Int?, _ counted: Int, differ: (Int, Int) -> Void) {
    if let announced, announced != counted { differ(announced, counted) }
}

private func judge(_ act: TreatyAct, _ records: TreatyRecords, _ see: See) {
    guard let party = act.party else { return }
    func report(_ variant: Found, _ field: String, _ facts: [Fact]) {
        see.slip(
            on: act.reference, records.treaty.reference, variant: variant,
            facts: [Fact("treaty", records.treaty.id), Fact("party", party)] + facts, mend: .edit(act.id, field))
    }
    if let announced = act.ordinal {
        if let counted = records.standing.ordinal(of: party) {
            compare(announced, counted) { report(.ordinal, "ordinal", [Fact("announced", $0), Fact("counted", $1)]) }
        } else {
            report(.organisationCounted, "ordinal", [Fact("announced", announced)])
        }
    }
    guard let announced = act.inForceOn, announced != records.standing.inForce(for: party) else { return }
    if let computed = records.standing.inForce(for: party) {
        report(.inForce, "in_force_on", [Fact("announced", announced), Fact("computed", computed)])
    } else {
        report(.inForceTooEarly, "in_force_on", [Fact("announced", announced), Fact("needed", records.treaty.instruments)])
    }
}
