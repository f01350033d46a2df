package import Rulebook
import Ledger
import Parties

/// Whoever signs is head of State, head of Government or minister for foreign affairs, or holds accepted full powers.
///
/// Everybody else needs full powers: a vice-president, a deputy prime minister, a minister of public security or of justice, an
/// ambassador, a permanent representative. Who acts ad interim in one of the three offices needs none if the interim is stated.
/// The rule looks at who is named to sign, from two weeks before the next window opens, and at who signed. It says nothing of a
/// party that has not named its signer. Whether an instrument is good is SGN-02.
///
/// Source: Vienna Convention on the Law of Treaties, art. 7; Treaty Handbook (2012), 3.2.1 and 3.2.2; slip W01.
package let signersAreEntitled = Rule("SGN-01", .stop, about: Party.self, stops: [.sign], finds: Found.self) { party, see in
    for intention in see.each(Intention.byParty, party.id) {
        guard let signer = intention.signerAwaited(see), !signer.isEntitled(see) else { continue }
        see.slip(
            on: intention.reference, party.reference, variant: variant(of: signer, see), facts: facts(about: signer, see),
            mend: .add(FullPowers.self))
    }
    for signature in see.each(Signature.byParty, party.id) {
        guard let signer = signature.signer, !signer.isEntitled(see) else { continue }
        see.slip(
            on: signature.reference, party.reference, variant: Found.signed, facts: facts(about: signer, see),
            mend: .add(FullPowers.self))
    }
}

private enum Found: String, SlipVariant {
    case named, interim, signed
}

private func variant(of signer: Signer, _ see: See) -> Found {
    let actsUnstated = see.each(Office.byPerson, signer.person).contains { office in
        office.party == signer.party && office.isHeld(on: signer.day) && office.isInterim && !office.speaksForItsState
            && (office.isForeignMinister || office.level == .headOfState || office.level == .headOfGovernment)
    }
    return actsUnstated ? .interim : .named
}

private func facts(about signer: Signer, _ see: See) -> [Fact] {
    [
        Fact("signer", signer.person), Fact("party", signer.party), Fact("treaty", signer.treaty),
        Fact("level", .word((signer.office(see)?.level ?? .other).rawValue)),
    ]
}
