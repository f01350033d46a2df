package import Ledger
package import Parties

/// A principal under protection, for the time of the stay.
package struct Protectee: Entity {
    package static let slot = 111
    package static let code = "protectee"
    package static let file = "protectees"
    package static let fields = Fields<Protectee>(
        Field("person", \.person),
        Field("delegation", \.delegation),
        Field("call_sign", \.callSign),
        Field("from", \.from, .required, means: .starts),
        Field("to", \.to, .required, means: .ends))

    package var heading = Heading<Protectee>()
    package var person: ID<Person>?
    package var delegation: ID<Delegation>?
    /// What the radio calls the principal.
    package var callSign = ""
    package var from = Moment.blank
    package var to = Moment.blank

    package init() {}
}
