package import Committee
package import Ledger
package import Parties
package import Programme

/// Somebody who will be named or honoured before the public, with the office that proposed it and the office that checked.
package struct Honour: Entity {
    package static let slot = 156
    package static let code = "honour"
    package static let file = "honours"
    package static let fields = Fields<Honour>(
        Field("person", \.person, .required),
        Field("manner", \.manner),
        Field("session", \.session),
        Field("release", \.release),
        Field("proposed_by", \.proposedBy, .required),
        Field("checked_by", \.checkedBy),
        Field("checked_on", \.checkedOn),
        Field("outcome", \.outcome))
    package static let indexes = [byRelease, bySession]
    package static let byRelease = Index<Honour>(0) { $0.release }
    package static let bySession = Index<Honour>(1) { $0.session }

    package enum Manner: String, Choice {
        case named, introduced, honoured, quoted
    }

    package enum Outcome: String, Choice {
        case pending, cleared, refused
    }

    package var heading = Heading<Honour>()
    package var person: ID<Person>?
    package var manner = Manner.blank
    package var session: ID<Session>?
    package var release: ID<PressRelease>?
    package var proposedBy: ID<Body>?
    package var checkedBy: ID<Body>?
    package var checkedOn: Day?
    package var outcome = Outcome.blank

    package init() {}
}
