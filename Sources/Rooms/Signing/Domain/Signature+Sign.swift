import Ledger
import Parties
import Programme
package import Rulebook

extension ActName {
    /// Signing a treaty in one copy.
    package static let sign = ActName("sign")
}

package let signing = Act(
    .sign, makes: Signature.self, from: [.record(SigningSlot.self, beginSignature)],
    asks: [.must(\.party), .must(\.treaty), .must(\.person), .may(\.capacity), .may(\.copy), .may(\.line), .may(\.effect), .may(\.place)],
    fills: [.field(\.signed), .field(\.signerName)], isOnlyWay: true
) { signature, doing throws(Refusal) in
    try refuseSecond(signature, doing.picture)
} decide: { signature, doing throws(Refusal) in
    guard let party = signature.party.flatMap({ doing.picture[$0] }) else { throw Refusal(SigningRefusal.signatureWithoutParty) }
    guard let treaty = signature.treaty.flatMap({ doing.picture[$0] }) else { throw Refusal(SigningRefusal.signatureWithoutTreaty) }
    guard let signer = signature.person else { throw Refusal(SigningRefusal.signatureWithoutSigner, [Fact("party", party.id)]) }
    if !treaty.isOpen(to: party) {
        throw Refusal(SigningRefusal.treatyNotOpen, [Fact("party", party.id), Fact("treaty", treaty.id)])
    }
    try refuseSecond(signature, doing.picture)
    if signature.signed == .blank { signature.signed = doing.moment }
    if let person = doing.picture[signer], signature.signerName.isEmpty { signature.takeOver(person) }
}

/// What the table knows of who comes to it: the treaty and the place, who signs in which capacity, the copy and the party's own line.
private func beginSignature(_ signature: inout Signature, at slot: SigningSlot, _ picture: Picture) {
    signature.party = slot.party
    guard let table = slot.table.flatMap({ picture[$0] }), let party = slot.party else { return }
    signature.treaty = table.treaty
    signature.place = table.session.flatMap { picture[$0] }?.place
    let intention = picture.each(Intention.byParty, party).first { $0.treaty == table.treaty && $0.intent == .willSign }
    signature.person = intention?.signer
    signature.capacity = intention?.signerTitle ?? ""
    let copies = picture.each(Copy.byTable, table.id).map(\.id)
    let line = picture.each(Line.byParty, party).first { $0.copy.map(copies.contains) ?? false }
    signature.line = line?.id
    signature.copy = line?.copy ?? copies.first
}

private func refuseSecond(_ signature: Signature, _ picture: Picture) throws(Refusal) {
    guard let party = signature.party, let treaty = signature.treaty else { return }
    let others = picture.each(Signature.byParty, party).filter { $0.id != signature.id }
    guard others.contains(where: { $0.treaty == treaty && $0.copy == signature.copy }) else { return }
    throw Refusal(SigningRefusal.alreadySigned, [Fact("party", party), Fact("treaty", treaty)])
}
