package import Gates
package import Ledger
package import Parties

/// A thing deposited at a gate or seized there, until it is given back or handed on.
package struct HeldItem: Entity {
    package static let slot = 107
    package static let code = "held_item"
    package static let file = "held_items"
    package static let fields = Fields<HeldItem>(
        Field("kind", \.kind, .required, means: .sort),
        Field("description", \.description, .required).sealed,
        Field("gate", \.gate),
        Field("person", \.person),
        Field("taken_at", \.takenAt, .required),
        Field("taken_by", \.takenBy),
        Field("receipt", \.receipt),
        Field("store", \.store),
        Field("released_at", \.releasedAt),
        Field("released_to", \.releasedTo))
    package static func dataSubject(of record: HeldItem) -> UInt32? { record.person?.number }

    package enum Sort: String, Choice {
        case deposited, seized, found
    }

    package var heading = Heading<HeldItem>()
    package var kind = Sort.deposited
    package var description = ""
    package var gate: ID<Gate>?
    /// Whoever carried it.
    package var person: ID<Person>?
    package var takenAt = Moment.blank
    package var takenBy: ID<Unit>?
    /// The number on the slip that the person holds.
    package var receipt = ""
    /// Where it lies.
    package var store = ""
    package var releasedAt: Moment?
    package var releasedTo: ID<Person>?

    package init() {}
}
