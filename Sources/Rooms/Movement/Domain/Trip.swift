package import Gates
package import Ledger
package import Parties
package import Programme

/// One journey of people and the vehicles that carry them.
package struct Trip: Entity {
    package static let slot = 133
    package static let code = "trip"
    package static let file = "trips"
    package static let fields = Fields<Trip>(
        Field("kind", \.kind, .required, means: .sort),
        Field("leg", \.leg),
        Field("status", \.status),
        Field("delegation", \.delegation),
        Field("route", \.route),
        Field("leaves", \.leaves, .required),
        Field("arrives", \.arrives, .required),
        Field("passengers", \.passengers),
        Field("vehicles", \.vehicles),
        Field("drivers", \.drivers),
        Field("relief", \.relief),
        Field("escort", \.escort),
        Field("transfer_minutes", \.transfer),
        Field("serves", \.serves),
        Field("seat_by", \.seatBy),
        Field("screening_minutes", \.screening),
        Field("walk_minutes", \.walk),
        Field("greeter", \.greeter),
        Field("flight_number", \.flightNumber),
        Field("dispatched_at", \.dispatchedAt))
    package static let indexes = [byDelegation, byVehicle, byDriver, motorcadesByRoute]
    package static let byDelegation = Index<Trip>(0) { $0.delegation }
    /// By each vehicle of the trip and of its escort.
    package static let byVehicle = Index<Trip>(1, each: { $0.vehicles + $0.escort })
    package static let byDriver = Index<Trip>(2, each: { $0.drivers })
    package static let motorcadesByRoute = Index<Trip>(3) { $0.kind == .motorcade && $0.status != .cancelled ? $0.route : nil }

    package enum Sort: String, Choice {
        case shuttle, motorcade, transfer
        /// An airline's flight.
        case flight
        /// An aircraft of the delegation's own.
        case specialFlight = "special_flight"
    }

    /// What the journey is to the stay in the country.
    package enum Leg: String, Choice {
        case local, arrival, departure
    }

    package enum Status: String, Choice {
        case planned, dispatched, arrived, cancelled
    }

    package var heading = Heading<Trip>()
    package var kind = Sort.shuttle
    package var leg = Leg.local
    package var status = Status.planned
    package var delegation: ID<Delegation>?
    package var route: ID<Route>?
    package var leaves = Moment.blank
    package var arrives = Moment.blank
    /// How many people are expected.
    package var passengers = 0
    /// In the order in which they drive.
    package var vehicles: [ID<Vehicle>] = []
    /// In the order of the vehicles.
    package var drivers: [ID<Driver>] = []
    package var relief: ID<Driver>?
    /// The vehicles that escort it.
    package var escort: [ID<Vehicle>] = []
    /// Minutes after arrival before its vehicles and drivers stand ready where they are needed next.
    package var transfer = 0
    /// The session to which it brings its passengers.
    package var serves: ID<Session>?
    /// When they must sit; where it is left out, when the session starts.
    package var seatBy: Moment?
    package var screening = 0
    /// Minutes on foot from where they get out to their seats.
    package var walk = 0
    /// Who meets the delegation where it arrives.
    package var greeter: ID<Person>?
    package var flightNumber = ""
    package var dispatchedAt: Moment?

    package init() {}

    /// As long as its vehicles and drivers are not free for another.
    package var held: Span { Span(leaves, arrives.adding(minutes: transfer)) }
}
