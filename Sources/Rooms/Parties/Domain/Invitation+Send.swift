import Ledger
package import Rulebook

extension ActName {
    /// Sending an invitation.
    package static let send = ActName("send")
}

package let sending = Act(
    .send, changes: Invitation.self, asks: [.must(\.contact), .may(\.signedBy)], fills: [.field(\.sent)]
) { invitation, _ throws(Refusal) in
    let facts = [Fact("invitation", invitation.id)]
    if let sent = invitation.sent { throw Refusal(PartiesRefusal.alreadySent, facts + [Fact("sent", sent)]) }
    if invitation.party == nil && invitation.delegation == nil { throw Refusal(PartiesRefusal.nobodyInvited) }
} decide: { invitation, doing throws(Refusal) in
    if invitation.contact.flatMap({ doing.picture[$0] }) == nil { throw Refusal(PartiesRefusal.noAddress) }
    invitation.sent = invitation.sent ?? doing.moment
}
