import Ledger
import Parties
import Programme
package import Rulebook

/// What this room can measure.
package let signingMeasures: [Quantity] = [fullPowersAcceptedOfNeeded, partiesSigned, registeredToSign, signedInHall]

/// Of the parties that mean to sign, each needs full powers but the one whose signer signs by office; who is not named yet may.
private let fullPowersAcceptedOfNeeded = Quantity("full_powers_accepted_of_needed") { see in
    let signers = see.all(Intention.self).filter { $0.intent == .willSign }.map { signer(of: $0, see) }
    let needing = signers.filter { !($0?.signsByOffice(see) ?? false) }
    return Share(of: needing) { signer in signer.map { !$0.acceptedPowers(see).isEmpty } ?? false }
}

/// Signed is who has a signature; of those, and of all others who mean to sign the treaty.
private let partiesSigned = Quantity("parties_signed") { see in
    let signed = Set(see.all(Treaty.self).flatMap { see.each(Signature.byTreaty, $0.id) }.compactMap(\.party))
    let meaning = see.all(Intention.self).filter { $0.intent == .willSign }.compactMap(\.party)
    return Share(done: signed.count, total: signed.union(meaning).count)
}

/// Parties whose word it is that they will sign.
private let registeredToSign = Quantity("registered_to_sign") { see in
    Share(whole: see.all(Intention.self).count { $0.intent == .willSign })
}

/// Signatures given while a session of signing was on.
private let signedInHall = Quantity("signed_in_hall") { see in
    let sessions = see.each(Session.byKind, Session.Sort.signing)
    let inHall = see.all(Signature.self).count { signature in
        sessions.contains { $0.starts <= signature.signed && signature.signed <= $0.ends }
    }
    return Share(whole: inHall)
}

private func signer(of intention: Intention, _ see: See) -> Signer? {
    guard let person = intention.signer, let party = intention.party, let treaty = intention.treaty else { return nil }
    let opens = see.each(SigningWindow.byTreaty, treaty).map(\.opens).min()
    return Signer(person, for: party, of: treaty, on: opens?.day ?? see.today)
}
