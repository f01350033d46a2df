package import Ledger
package import Parties
package import Venues

/// One guard of a delegation.
package struct ForeignSecurity: Entity {
    package static let slot = 116
    package static let code = "foreign_security"
    package static let file = "foreign_security"
    package static let fields = Fields<ForeignSecurity>(
        Field("person", \.person, .required),
        Field("delegation", \.delegation, .required),
        Field("weapons", \.weapons),
        Field("zones", \.zones),
        Field("starts", \.starts, means: .starts),
        Field("ends", \.ends, means: .ends),
        Field("briefing_signed_on", \.briefingSignedOn))
    package static let indexes = [byDelegation]
    package static let byDelegation = Index<ForeignSecurity>(0) { $0.delegation }

    package var heading = Heading<ForeignSecurity>()
    package var person: ID<Person>?
    package var delegation: ID<Delegation>?
    /// The serial numbers of the weapons carried.
    package var weapons: [String] = []
    package var zones: [ID<Zone>] = []
    package var starts: Moment?
    package var ends: Moment?
    /// The day on which the guard signed the host's briefing.
    package var briefingSignedOn: Day?

    package init() {}
}
