package import Rulebook
import Ledger

/// An invitation goes to a verified address of the party invited, and whoever comes instead is confirmed through such an address.
///
/// Verified means: found through somebody other than who uses it, and checked by an officer on a day. A substitute may be
/// confirmed through another verified address of the same party, but never on the word of the substitute alone. An invitation
/// that is only being prepared is left alone until it is sent.
///
/// Source: S46 (the Yes Men in Salzburg, 2000), S52 (fake invitations to the Munich Security Conference, 2020).
package let invitationsGoToVerifiedAddresses = Rule(
    "PTY-13", .stop, about: Invitation.self, stops: [.send, .acceptSubstitute], finds: Found.self
) { invitation, see in
    let party = invitation.party ?? see[invitation.delegation]?.party
    if invitation.sent != nil, let fault = fault(of: see[invitation.contact], for: party) {
        see.slip(
            on: invitation.reference, variant: fault, facts: [Fact("invitation", invitation.id)] + named(invitation.contact),
            mend: fault == .unverified
                ? invitation.contact.map { .edit($0, "verified_on") } ?? .add(Contact.self)
                : .edit(invitation.id, "contact"))
    }
    guard let substitute = invitation.substitute else { return }
    let channel = see[invitation.substituteConfirmedThrough]
    guard invitation.substituteConfirmedOn == nil || fault(of: channel, for: party) != nil else { return }
    see.slip(
        on: invitation.reference, variant: Found.substitute, facts: [Fact("invitation", invitation.id), Fact("substitute", substitute)],
        mend: .edit(invitation.id, "substitute_confirmed_through"))
}

private enum Found: String, SlipVariant {
    case address, unverified, party, substitute
}

/// What is wrong with an address for that party; nil when nothing is.
private func fault(of contact: Contact?, for party: ID<Party>?) -> Found? {
    guard let contact else { return .address }
    if !contact.isVerified { return .unverified }
    return contact.party != nil && contact.party == party ? nil : .party
}

private func named(_ contact: ID<Contact>?) -> [Fact] { contact.map { [Fact("contact", $0)] } ?? [] }
