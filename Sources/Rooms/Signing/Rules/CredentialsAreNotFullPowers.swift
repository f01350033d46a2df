package import Rulebook
import Ledger
import Parties

/// Credentials are not full powers: nobody signs a treaty on them.
///
/// Credentials let a delegation attend a conference and sign its final act. The rule finds credentials that were accepted as a
/// signer's authority, and a named signer, or one who signed, with no other authority than credentials.
///
/// Source: Treaty Handbook (2012), 3.2.3; ICAO, "Credentials and Full Powers"; field practice.
package let credentialsAreNotFullPowers = Rule(
    "SGN-03", .stop, about: FullPowers.self, stops: [.sign], finds: Found.self
) { document, see in
    guard document.form == .credentials, document.status != .rejected, document.status != .withdrawn, let party = document.party
    else { return }
    let awaited = see.each(Intention.byParty, party).compactMap { $0.signerAwaited(see) }
    let signed = see.each(Signature.byParty, party).compactMap(\.signer)
    let reliesOnIt = (awaited + signed).contains { $0.person == document.person && !$0.isEntitled(see) }
    guard reliesOnIt || document.status == .accepted else { return }
    see.slip(
        on: document.reference, Reference(party), variant: reliesOnIt ? Found.reliedOn : Found.accepted,
        facts: [Fact("document", document.id), Fact("party", party), Fact("person", of: document.person)],
        mend: reliesOnIt ? .add(FullPowers.self) : .edit(document.id, "status"))
}

private enum Found: String, SlipVariant {
    case reliedOn = "relied_on", accepted
}
