package import Committee
package import Ledger
package import Parties
package import Venues

/// One badge of one person: a serial number that gates read, the zones it opens, and how long it counts.
package struct Badge: Entity {
    package static let slot = 52
    package static let code = "badge"
    package static let file = "badges"
    package static let fields = Fields<Badge>(
        Field("person", \.person, .required),
        Field("application", \.application),
        Field("category", \.category, .required),
        Field("serial", \.serial, .required),
        Field("epoch", \.epoch),
        Field("zones", \.zones),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("state", \.state),
        Field("temporary", \.isTemporary),
        Field("issued_by", \.issuedBy),
        Field("issued", \.issued),
        Field("revoked", \.revoked),
        Field("replaces", \.replaces))
    package static let indexes = [byPerson, bySerial, byReplaced, byActiveCategory]
    package static let byPerson = Index<Badge>(0) { $0.person }
    package static let bySerial = Index<Badge>(1) { $0.serial.isEmpty ? nil : $0.serial }
    package static let byReplaced = Index<Badge>(2) { $0.replaces }
    /// Active badges by their category.
    package static let byActiveCategory = Index<Badge>(3) { $0.isActive ? $0.category : nil }

    package enum State: String, Choice {
        /// Prepared, and of no use yet.
        case draft
        case printed, validated, lost, revoked, returned
    }

    package var heading = Heading<Badge>()
    package var person = ID<Person>.blank
    package var application: ID<Application>?
    package var category = ID<Category>.blank
    /// The number that is printed and scanned; never used twice.
    package var serial = ""
    /// Which of the person's badges this is: a re-issue raises it, and gates refuse every lower one.
    package var epoch = 1
    package var zones: [ID<Zone>] = []
    package var validFrom: Moment?
    package var validTo: Moment?
    package var state = State.draft
    /// Lent for a day, to be returned.
    package var isTemporary = false
    package var issuedBy: ID<Officer>?
    package var issued: Moment?
    package var revoked: Moment?
    package var replaces: ID<Badge>?

    package init() {}

    /// Whether somebody could be let in with it.
    package var isActive: Bool { state == .printed || state == .validated }
}
