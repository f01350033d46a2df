package import Ledger
package import Parties
package import Venues

/// A visit of a guest's advance team to a room in which its principal will sit.
package struct RoomInspection: Entity {
    package static let slot = 78
    package static let code = "room_inspection"
    package static let file = "room_inspections"
    package static let fields = Fields<RoomInspection>(
        Field("place", \.place, .required),
        Field("party", \.party, .required, means: .party),
        Field("inspected", \.inspected),
        Field("result", \.result),
        Field("note", \.note, means: .note))
    package static let indexes = [byPlace]
    package static let byPlace = Index<RoomInspection>(0) { $0.place }

    /// What the advance team said.
    package enum Result: String, Choice {
        case awaited, accepted
        case notAccepted = "not_accepted", notAdmitted = "not_admitted"
    }

    package var heading = Heading<RoomInspection>()
    package var place: ID<Place>?
    /// The party whose advance team it was.
    package var party: ID<Party>?
    package var inspected: Moment?
    package var result = Result.awaited
    package var note = ""

    package init() {}
}
