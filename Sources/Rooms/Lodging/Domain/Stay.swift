package import Ledger
package import Parties

/// Where a delegation, or one person, sleeps on a run of nights.
package struct Stay: Entity {
    package static let slot = 122
    package static let code = "stay"
    package static let file = "stays"
    package static let fields = Fields<Stay>(
        Field("delegation", \.delegation),
        Field("person", \.person),
        Field("block", \.block),
        Field("hotel", \.hotel),
        Field("rooms", \.rooms),
        Field("first_night", \.firstNight, .required),
        Field("last_night", \.lastNight, .required),
        Field("own_arrangement", \.ownArrangement).sealed,
        Field("state", \.state))
    package static func dataSubject(of record: Stay) -> UInt32? { record.person?.number }
    package static let indexes = [byDelegation, byBlock, byPerson]
    package static let byDelegation = Index<Stay>(0) { $0.state == .cancelled ? nil : $0.delegation }
    package static let byBlock = Index<Stay>(1) { $0.state == .cancelled ? nil : $0.block }
    package static let byPerson = Index<Stay>(2) { $0.state == .cancelled ? nil : $0.person }

    package enum State: String, Choice {
        case planned, confirmed, checkedIn = "checked_in", checkedOut = "checked_out", cancelled
    }

    package var heading = Heading<Stay>()
    package var delegation: ID<Delegation>?
    /// One person of the delegation; nil where the stay is the whole delegation's.
    package var person: ID<Person>?
    /// The block from which the rooms come.
    package var block: ID<RoomBlock>?
    package var hotel: ID<Hotel>?
    package var rooms = 1
    package var firstNight = Day.blank
    package var lastNight = Day.blank
    /// Where the guests lodge themselves: "residence of the embassy"; empty for a hotel of the ceremony.
    package var ownArrangement = ""
    package var state = State.planned

    package init() {}

    package var nights: Nights { Nights(firstNight, lastNight) }
}
