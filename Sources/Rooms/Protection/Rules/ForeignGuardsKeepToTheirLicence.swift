package import Rulebook
import Gates
import Ledger
import Parties
import Venues

/// A delegation's guards are as many, carry what and go where the host licensed, and each of them signed the briefing.
///
/// A licence counts once the host's officer has signed it. Guards beyond the licensed number are reported one by one, in the order in
/// which they were entered; so are those beyond the number for core zones. Number, weapons, zones and days are looked at as soon as
/// there is a licence; that there is none, and a briefing that is not signed, are due a day before the guard begins.
///
/// Source: slip S51 (United Nations Headquarters, 2011, and Washington, 2017: foreign bodyguards in fights with local officers).
package let foreignGuardsKeepToTheirLicence = Rule(
    "SEC-11", .stop, about: ForeignSecurity.self, stops: [.licenseForeignSecurity, .admitForeignSecurity], finds: Found.self
) { guardian, see in
    guard let delegation = guardian.delegation else { return }
    let isDue = guardian.starts.map { see.hasCome($0.instant.adding(minutes: -24 * 60)) } ?? false
    if isDue, guardian.briefingSignedOn == nil {
        see.slip(
            on: guardian.reference, variant: Found.briefing, facts: facts(guardian, delegation),
            mend: .edit(guardian.id, "briefing_signed_on"))
    }
    let licence = see.each(ForeignSecurityLicence.byDelegation, delegation).last { $0.signedBy != nil }
    if let licence {
        reportNumbers(guardian, delegation, licence, see)
        reportLimits(guardian, delegation, licence, see)
    } else if isDue {
        see.slip(
            on: guardian.reference, variant: Found.unlicensed, facts: facts(guardian, delegation), mend: .add(ForeignSecurityLicence.self))
    }
}

private enum Found: String, SlipVariant {
    case briefing, unlicensed, number, core, weapon, zone, days
}

private func facts(_ guardian: ForeignSecurity, _ delegation: ID<Delegation>) -> [Fact] {
    [Fact("delegation", delegation), Fact("guard", guardian.id)]
}

private func reportNumbers(_ guardian: ForeignSecurity, _ delegation: ID<Delegation>, _ licence: ForeignSecurityLicence, _ see: See) {
    let earlier = see.each(ForeignSecurity.byDelegation, delegation).filter { $0.id < guardian.id }
    if earlier.count >= licence.officers {
        see.slip(
            on: guardian.reference, variant: Found.number,
            facts: facts(guardian, delegation) + [Fact("licensed", licence.officers)], mend: .remove(guardian.reference))
    }
    let earlierInCore = earlier.filter { goesToCore($0, see) }.count
    if goesToCore(guardian, see), earlierInCore >= licence.officersInCore {
        see.slip(
            on: guardian.reference, variant: Found.core,
            facts: facts(guardian, delegation) + [Fact("licensed", licence.officersInCore)], mend: .edit(guardian.id, "zones"))
    }
}

private func goesToCore(_ guardian: ForeignSecurity, _ see: See) -> Bool { guardian.zones.contains { see[$0]?.level == .core } }

private func reportLimits(_ guardian: ForeignSecurity, _ delegation: ID<Delegation>, _ licence: ForeignSecurityLicence, _ see: See) {
    if let weapon = guardian.weapons.first(where: { !licence.weapons.contains($0) }) {
        see.slip(
            on: guardian.reference, variant: Found.weapon, facts: facts(guardian, delegation) + [Fact("weapon", weapon)],
            mend: .edit(licence.id, "weapons"))
    }
    if let zone = guardian.zones.first(where: { !licence.zones.contains($0) }) {
        see.slip(
            on: guardian.reference, variant: Found.zone, facts: facts(guardian, delegation) + [Fact("zone", zone)],
            mend: .edit(guardian.id, "zones"))
    }
    let isEarly = (guardian.starts?.day).map { day in licence.validFrom.map { day < $0 } ?? false } ?? false
    let isLate = (guardian.ends?.day).map { day in licence.validTo.map { day > $0 } ?? false } ?? false
    if isEarly || isLate {
        see.slip(on: guardian.reference, variant: Found.days, facts: facts(guardian, delegation), mend: .edit(licence.id, "valid_to"))
    }
}
