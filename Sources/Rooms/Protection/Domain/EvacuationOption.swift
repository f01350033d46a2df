package import Ledger
package import Venues

/// One way to take principals out of a place: cars, helicopter, boat, a safe room.
package struct EvacuationOption: Entity {
    package static let slot = 113
    package static let code = "evacuation_option"
    package static let file = "evacuation_options"
    package static let fields = Fields<EvacuationOption>(
        Field("kind", \.kind, .required, means: .sort),
        Field("place", \.place),
        Field("rally_point", \.rallyPoint),
        Field("destination", \.destination),
        Field("protectees", \.protectees),
        Field("staff", \.staff),
        Field("seats", \.seats),
        Field("unit", \.unit),
        Field("rehearsed_on", \.rehearsedOn))
    package static let indexes = [byProtectee]
    package static let byProtectee = Index<EvacuationOption>(0, each: { $0.protectees })

    package enum Sort: String, Choice {
        case motorcade, helicopter, boat, safeRoom = "safe_room", onFoot = "on_foot"
    }

    package var heading = Heading<EvacuationOption>()
    package var kind = Sort.motorcade
    /// From where.
    package var place: ID<Place>?
    package var rallyPoint = ""
    package var destination: ID<Place>?
    package var protectees: [ID<Protectee>] = []
    /// How many must go with them at the least.
    package var staff = 0
    package var seats = 0
    package var unit: ID<Unit>?
    package var rehearsedOn: Day?

    package init() {}

    /// Seats left when everybody who counts on it sits; below zero where some of them would stay behind.
    package var spareSeats: Int { seats - protectees.count - staff }
}
