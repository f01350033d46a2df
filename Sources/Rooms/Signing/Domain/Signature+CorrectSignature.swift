import Ledger
package import Rulebook

extension ActName {
    /// Putting right how a signature was recorded.
    package static let correctSignature = ActName("correct_signature")
}

/// A slip of the pen or of the table's officer is put right by two of them; the signature as it was recorded stays in its history.
package let correctingSignature = Act(
    .correctSignature, changes: Signature.self,
    asks: [
        .may(\.person), .may(\.capacity), .may(\.copy), .may(\.line), .may(\.effect), .may(\.place), .may(\.signed), .may(\.dateSource),
    ], fills: [.field(\.signerName)], standing: .preparation, officers: .two
) { signature, doing throws(Refusal) in
    guard let party = signature.party else { throw Refusal(SigningRefusal.signatureWithoutParty) }
    guard let signer = signature.person else { throw Refusal(SigningRefusal.signatureWithoutSigner, [Fact("party", party)]) }
    if signature.signed.instant > doing.happened { throw Refusal(SigningRefusal.signedInDaysToCome, [Fact("party", party)]) }
    // Whoever truly signed bears their own name.
    if doing.before?.person != signer, let person = doing.picture[signer] { signature.takeOver(person) }
}
