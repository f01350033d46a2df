package import Rulebook
import Ledger

extension ActName {
    /// Sending an invitation.
    package static let send = ActName("send")
    /// Accepting that somebody comes in the invitee's place.
    package static let acceptSubstitute = ActName("accept_substitute")
}

package let sending = Act(.send, writes: Invitation.self) { before, invitation, picture in
    if let before, let sent = before.sent { return Refusal("already_sent", [Fact("invitation", before.id), Fact("sent", sent)]) }
    guard invitation.sent != nil else { return Refusal("send_without_time") }
    guard let contact = invitation.contact, picture[contact] != nil else { return Refusal("no_address") }
    guard invitation.party != nil || invitation.delegation != nil else { return Refusal("nobody_invited") }
    return nil
}

package let acceptingSubstitute = Act(.acceptSubstitute, writes: Invitation.self) { _, invitation, picture in
    guard let substitute = invitation.substitute, picture[substitute] != nil else { return Refusal("no_substitute") }
    if substitute == invitation.invitee { return Refusal("substitute_is_invitee", [Fact("substitute", substitute)]) }
    return invitation.sent == nil ? Refusal("not_invited_yet", [Fact("substitute", substitute)]) : nil
}
