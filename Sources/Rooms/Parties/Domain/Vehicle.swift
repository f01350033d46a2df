package import Committee
package import Ledger

/// A car, coach or motorcycle of the ceremony.
package struct Vehicle: Entity {
    package static let slot = 38
    package static let code = "vehicle"
    package static let file = "vehicles"
    package static let fields = Fields<Vehicle>(
        Field("kind", \.kind, .required, means: .sort),
        Field("plate", \.plate, .required),
        Field("make", \.make),
        Field("seats", \.seats),
        Field("mass_kg", \.mass),
        Field("fuel", \.fuel),
        Field("height_cm", \.height),
        Field("clearance_cm", \.clearance),
        Field("turning_circle_cm", \.turningCircle),
        Field("armoured", \.isArmoured),
        Field("protection_badge", \.protectionBadge),
        Field("protection_badge_until", \.protectionBadgeUntil),
        Field("unit", \.unit),
        Field("delegation", \.delegation))
    package static let indexes = [byPlate, byDelegation]
    package static let byPlate = Index<Vehicle>(0) { $0.plate }
    package static let byDelegation = Index<Vehicle>(1) { $0.delegation }

    package enum Sort: String, Choice {
        case car, minibus, coach, motorcycle, ambulance, truck, policeCar = "police_car", fireEngine = "fire_engine", other
    }

    package enum Fuel: String, Choice {
        case unknown, petrol, diesel, electric, hybrid
    }

    package var heading = Heading<Vehicle>()
    package var kind = Sort.car
    package var plate = ""
    package var make = ""
    /// Seats, the driver's included.
    package var seats: Int?
    /// Designed gross mass.
    package var mass: Int?
    package var fuel = Fuel.unknown
    package var height: Int?
    /// Between the ground and the lowest part.
    package var clearance: Int?
    package var turningCircle: Int?
    package var isArmoured = false
    /// The number of the protection badge (phù hiệu bảo vệ) that exempts it from road orders; empty without one.
    package var protectionBadge = ""
    package var protectionBadgeUntil: Day?
    /// The body whose vehicle it is.
    package var unit: ID<Body>?
    /// The delegation it is assigned to.
    package var delegation: ID<Delegation>?

    package init() {}
}
