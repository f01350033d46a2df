package import Ledger
package import Parties

/// One filling of a vehicle's tank or battery.
package struct Refuel: Entity {
    package static let slot = 136
    package static let code = "refuel"
    package static let file = "refuels"
    package static let fields = Fields<Refuel>(
        Field("vehicle", \.vehicle, .required),
        Field("at", \.at, .required),
        Field("fuel", \.fuel, .required),
        Field("litres", \.litres),
        Field("done_by", \.doneBy),
        Field("checked_by", \.checkedBy))
    package static let indexes = [byVehicle]
    package static let byVehicle = Index<Refuel>(0) { $0.vehicle }

    package var heading = Heading<Refuel>()
    package var vehicle: ID<Vehicle>?
    package var at = Moment.blank
    package var fuel = Vehicle.Fuel.unknown
    package var litres: Int?
    package var doneBy: ID<Person>?
    package var checkedBy: ID<Person>?

    package init() {}
}
