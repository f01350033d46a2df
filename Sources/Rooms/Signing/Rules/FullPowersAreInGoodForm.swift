package import Rulebook
import Ledger
import Parties

/// Full powers come from one of the three offices, name the person in the queue and the treaty, bear place, date and
/// signature, and are accepted by the treaty section before the queue freezes.
///
/// A seal alone does not do. General full powers name no treaty. For an organisation, whoever speaks for it issues them. An
/// instrument that is only expected, or was rejected or withdrawn, is not looked at: then SGN-01 finds that nothing is there.
/// Several instruments for alternates are in order as long as one of them names the person in the queue.
///
/// Source: Treaty Handbook (2012), 3.2.3 and annex 3; Vienna Convention on the Law of Treaties, arts. 7 and 77(1)(d); slip W01.
package let fullPowersAreInGoodForm = Rule("SGN-02", .stop, about: FullPowers.self, stops: [.sign], finds: Found.self) { powers, see in
    guard powers.form != .credentials, [.received, .underReview, .accepted].contains(powers.status) else { return }
    for fault in faultsOfForm(powers, see) {
        report(powers, fault.variant, field: fault.field, see)
    }
    for signer in awaited(powers, see) where !signer.signsByOffice(see) {
        if signer.person != powers.person, !isEmpowered(signer, see) {
            report(powers, .person, field: "person", extra: [Fact("signer", signer.person)], see)
        }
        if signer.person == powers.person, signer.acceptedPowers(see).isEmpty, let frozen = freeze(of: signer.treaty, see) {
            report(powers, .acceptance, field: "status", extra: [Fact("frozen", frozen)], see)
        }
    }
}

private enum Found: String, SlipVariant {
    case issuer, title, date, place, seal, signature, person, acceptance
}

private func faultsOfForm(_ powers: FullPowers, _ see: See) -> [(variant: Found, field: String)] {
    var faults: [(Found, String)] = []
    if !isIssuedByAuthority(powers, see) { faults.append((.issuer, "issuer_office")) }
    if powers.form == .specific, !namesItsTreaty(powers, see) { faults.append((.title, "treaty_title")) }
    if powers.issuedOn == nil { faults.append((.date, "issued_on")) }
    if powers.issuedAt.isEmpty { faults.append((.place, "issued_at")) }
    if !powers.hasSignature { faults.append((powers.hasSeal ? .seal : .signature, "has_signature")) }
    return faults
}

/// The office that the instrument states is one of the three; and where the issuer is in the register, the issuer held it.
private func isIssuedByAuthority(_ powers: FullPowers, _ see: See) -> Bool {
    switch powers.issuerOffice {
    case .headOfState, .headOfGovernment, .foreignMinister: break
    case .headOfOrganisation: return see[powers.party]?.kind == .reio
    case .unknown, .other: return false
    }
    guard let issuer = powers.issuer, let day = powers.issuedOn else { return true }
    let offices = see.each(Office.byPerson, issuer).filter { $0.party == powers.party }
    return offices.isEmpty || offices.contains { $0.isHeld(on: day) && $0.speaksForItsState }
}

private func namesItsTreaty(_ powers: FullPowers, _ see: See) -> Bool {
    guard let treaty = see[powers.treaty] else { return false }
    let titles =
        [treaty.titleEnglish, treaty.titleVietnamese, treaty.shortEnglish, treaty.shortVietnamese]
        + see.each(TreatyText.byTreaty, treaty.id).map(\.title)
    return !powers.treatyTitle.isEmpty && titles.contains { $0.folded == powers.treatyTitle.folded }
}

private func awaited(_ powers: FullPowers, _ see: See) -> [Signer] {
    guard let party = powers.party else { return [] }
    return see.each(Intention.byParty, party).compactMap { $0.signerAwaited(see) }.filter { powers.empowers(for: $0.treaty) }
}

private func isEmpowered(_ signer: Signer, _ see: See) -> Bool {
    see.each(FullPowers.byPerson, signer.person).contains {
        $0.party == signer.party && $0.empowers(for: signer.treaty) && $0.status != .rejected && $0.status != .withdrawn
    }
}

/// When the first queue of the treaty froze; nil while it has not.
private func freeze(of treaty: ID<Treaty>, _ see: See) -> Moment? {
    see.each(SigningTable.byTreaty, treaty).compactMap(\.queueFreezes).sorted().first { see.hasCome($0.instant) }
}

private func report(_ powers: FullPowers, _ variant: Found, field: String, extra: [Fact] = [], _ see: See) {
    guard let party = powers.party else { return }
    see.slip(
        on: powers.reference, Reference(party), variant: variant,
        facts: [
            Fact("powers", powers.id), Fact("party", party), Fact("named", of: powers.person), Fact("title", powers.treatyTitle),
            Fact("issuer_office", .word(powers.issuerOffice.rawValue)),
        ] + extra,
        mend: .edit(powers.id, field))
}
