package import Committee
package import Ledger
package import Parties
package import Venues

/// One line of the register of weapons: who of the host's side carries what, in which zones, from when to when.
package struct ArmedPerson: Entity {
    package static let slot = 114
    package static let code = "armed_person"
    package static let file = "armed_people"
    package static let fields = Fields<ArmedPerson>(
        Field("person", \.person, .required),
        Field("body", \.body),
        Field("weapon", \.weapon, .required),
        Field("serial", \.serial),
        Field("zones", \.zones, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("entered_by", \.enteredBy))

    package var heading = Heading<ArmedPerson>()
    package var person: ID<Person>?
    /// The body or employer who gave the weapon.
    package var body: ID<Body>?
    package var weapon = ""
    package var serial = ""
    package var zones: [ID<Zone>] = []
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var enteredBy: ID<Officer>?

    package init() {}
}
