package import Ledger

/// An authority's order that keeps vehicles off some roads, in both directions, for some time.
package struct RoadOrder: Entity {
    package static let slot = 132
    package static let code = "road_order"
    package static let file = "road_orders"
    package static let fields = Fields<RoadOrder>(
        Field("published_on", \.publishedOn, .required),
        Field("document_number", \.documentNumber),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("effect", \.effect, .required),
        Field("trucks_from_kg", \.trucksFrom),
        Field("passenger_seats_from", \.passengerSeatsFrom),
        Field("exempt", \.exempt),
        Field("roads", \.roads, .required))

    package enum Effect: String, Choice {
        case ban
        /// Traffic is held back and turned aside, but nobody is forbidden the road.
        case restrict
    }

    /// A class of vehicles that an order lets through.
    package enum Exemption: String, Choice {
        case bus, refuseTruck = "refuse_truck", incidentVehicle = "incident_vehicle", protectionBadge = "protection_badge"
        case police, army, otherPriority = "other_priority"
    }

    package var heading = Heading<RoadOrder>()
    package var publishedOn = Day.blank
    package var documentNumber = ""
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var effect = Effect.ban
    /// Trucks of this designed gross mass or more; nil where trucks are not named.
    package var trucksFrom: Int?
    /// Passenger vehicles of this many seats or more; nil where they are not named.
    package var passengerSeatsFrom: Int?
    package var exempt: [Exemption] = []
    package var roads: [String] = []

    package init() {}
}
