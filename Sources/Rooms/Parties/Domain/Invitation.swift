package import Ledger

/// One invitation: to whom, through which verified address, and who comes instead of the person invited.
package struct Invitation: Entity {
    package static let slot = 40
    package static let code = "invitation"
    package static let file = "invitations"
    package static let fields = Fields<Invitation>(
        Field("delegation", \.delegation),
        Field("party", \.party, means: .party),
        Field("invitee", \.invitee),
        Field("contact", \.contact),
        Field("sent", \.sent),
        Field("signed_by", \.signedBy),
        Field("verification_code", \.verificationCode),
        Field("verification_link", \.verificationLink),
        Field("event_starts", \.eventStarts),
        Field("stated_time", \.statedTime),
        Field("substitute", \.substitute),
        Field("substitute_confirmed_through", \.substituteConfirmedThrough),
        Field("substitute_confirmed_on", \.substituteConfirmedOn))
    package static let indexes = [byDelegation, byParty]
    package static let byDelegation = Index<Invitation>(0) { $0.delegation }
    package static let byParty = Index<Invitation>(1) { $0.party }

    package var heading = Heading<Invitation>()
    package var delegation: ID<Delegation>?
    package var party: ID<Party>?
    /// Who is invited, where the invitation names a person.
    package var invitee: ID<Person>?
    /// The address to which it goes.
    package var contact: ID<Contact>?
    package var sent: Moment?
    package var signedBy: ID<Person>?
    /// What the receiver types on the official site to see that the invitation is genuine.
    package var verificationCode = ""
    /// The address of the page where the code is checked.
    package var verificationLink = ""
    /// When the event begins to which it invites.
    package var eventStarts: Moment?
    /// The time as the invitation prints it, word for word.
    package var statedTime = ""
    /// Who comes instead of the invitee.
    package var substitute: ID<Person>?
    package var substituteConfirmedThrough: ID<Contact>?
    package var substituteConfirmedOn: Day?

    package init() {}
}
