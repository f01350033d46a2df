package import Committee
package import Ledger

/// Somebody who drives for the ceremony.
package struct Driver: Entity {
    package static let slot = 39
    package static let code = "driver"
    package static let file = "drivers"
    package static let fields = Fields<Driver>(
        Field("person", \.person),
        Field("unit", \.unit),
        Field("licence_classes", \.licenceClasses),
        Field("licence_until", \.licenceUntil),
        Field("routes_driven", \.routesDriven),
        Field("relief", \.relief),
        Field("under_labour_code", \.isUnderLabourCode),
        Field("vehicle", \.vehicle))
    package static let indexes = [byPerson]
    package static let byPerson = Index<Driver>(0) { $0.person }

    package var heading = Heading<Driver>()
    package var person: ID<Person>?
    package var unit: ID<Body>?
    /// `B`, `D1`, `D` …, as the host's law names them.
    package var licenceClasses: [String] = []
    package var licenceUntil: Day?
    /// The codes of the routes driven at least once; routes stand above this room.
    package var routesDriven: [String] = []
    /// Who takes the wheel when the hours are used up.
    package var relief: ID<Driver>?
    /// Whether the hours of civilian drivers bind; police and army have their own norm.
    package var isUnderLabourCode = false
    package var vehicle: ID<Vehicle>?

    package init() {}
}
