import Ledger
package import Rulebook

extension ActName {
    /// Accepting that somebody comes in the invitee's place.
    package static let acceptSubstitute = ActName("accept_substitute")
}

package let acceptingSubstitute = Act(
    .acceptSubstitute, changes: Invitation.self, asks: [.must(\.substitute), .may(\.substituteConfirmedThrough)],
    fills: [.field(\.substituteConfirmedOn)], takenBackWithin: 15
) { invitation, _ throws(Refusal) in
    if invitation.sent == nil { throw Refusal(PartiesRefusal.notInvitedYet, [Fact("invitation", invitation.id)]) }
} decide: { invitation, doing throws(Refusal) in
    guard let substitute = invitation.substitute, doing.picture[substitute] != nil else { throw Refusal(PartiesRefusal.noSubstitute) }
    if substitute == invitation.invitee {
        throw Refusal(PartiesRefusal.substituteIsInvitee, [Fact("substitute", substitute)])
    }
    // The day on which an earlier substitute was confirmed says nothing of this one.
    if invitation.substituteConfirmedOn == doing.before?.substituteConfirmedOn { invitation.substituteConfirmedOn = doing.day }
}
