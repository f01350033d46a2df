package import Ledger
package import Parties
package import Venues

/// Who meets a delegation at one of its arrivals, and with what.
package struct Greeting: Entity {
    package static let slot = 74
    package static let code = "greeting"
    package static let file = "greetings"
    package static let fields = Fields<Greeting>(
        Field("delegation", \.delegation, .required),
        Field("occasion", \.occasion, .required),
        Field("at", \.at),
        Field("place", \.place),
        Field("greeter_office", \.greeterOffice),
        Field("greeter", \.greeter),
        Field("greeter_level", \.greeterLevel),
        Field("flowers", \.hasFlowers),
        Field("lounge", \.lounge),
        Field("note", \.note, means: .note))
    package static let indexes = [byDelegation]
    package static let byDelegation = Index<Greeting>(0) { $0.delegation }

    package enum Occasion: String, Choice {
        case arrival, welcome, banquet, departure
    }

    package var heading = Heading<Greeting>()
    package var delegation: ID<Delegation>?
    package var occasion = Occasion.arrival
    package var at: Moment?
    package var place: ID<Place>?
    /// The office of who greets, where it is in the register.
    package var greeterOffice: ID<Office>?
    /// Otherwise a role code: `DFM-VNM`.
    package var greeter = ""
    /// The level of who greets, where no office is named.
    package var greeterLevel = Level.other
    package var hasFlowers = false
    package var lounge = ""
    package var note = ""

    package init() {}

    /// Whether anybody is named to greet.
    package var hasGreeter: Bool { greeterOffice != nil || !greeter.isEmpty }
}
