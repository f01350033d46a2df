package import Ledger
package import Parties

/// One run of a driver over a route, to know it.
package struct DriverRun: Entity {
    package static let slot = 138
    package static let code = "driver_run"
    package static let file = "driver_runs"
    package static let fields = Fields<DriverRun>(
        Field("driver", \.driver, .required),
        Field("route", \.route, .required),
        Field("driven_on", \.drivenOn, .required),
        Field("vehicle", \.vehicle),
        Field("minutes", \.minutes))
    package static let indexes = [byDriver]
    package static let byDriver = Index<DriverRun>(0) { $0.driver }

    package var heading = Heading<DriverRun>()
    package var driver: ID<Driver>?
    package var route: ID<Route>?
    package var drivenOn = Day.blank
    package var vehicle: ID<Vehicle>?
    package var minutes: Int?

    package init() {}
}
