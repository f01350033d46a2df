package import Committee
package import Gates
package import Ledger
package import Parties
package import Venues

/// A motorcade as the gates know it: its pass, its plates, its window, and who vouches for it.
package struct Convoy: Entity {
    package static let slot = 134
    package static let code = "convoy"
    package static let file = "convoys"
    package static let fields = Fields<Convoy>(
        Field("trip", \.trip, .required),
        Field("pass", \.pass),
        Field("gate", \.gate),
        Field("gate_from", \.gateFrom, means: .starts),
        Field("gate_to", \.gateTo, means: .ends),
        Field("liaison", \.liaison),
        Field("liaison_confirmed_at", \.liaisonConfirmedAt),
        Field("principal_car", \.principalCar),
        Field("spare", \.spare),
        Field("spare_minutes", \.spareMinutes),
        Field("staging", \.staging),
        Field("hospital", \.hospital),
        Field("admitted_at", \.admittedAt),
        Field("admitted_by", \.admittedBy),
        Field("pass_seen", \.passSeen),
        Field("plates_seen", \.platesSeen))
    package static let indexes = [byTrip, byGate]
    package static let byTrip = Index<Convoy>(0) { $0.trip }
    package static let byGate = Index<Convoy>(1) { $0.gate }

    package var heading = Heading<Convoy>()
    package var trip: ID<Trip>?
    /// The number of the convoy's pass.
    package var pass = ""
    package var gate: ID<Gate>?
    /// From when to when the gate is kept for it.
    package var gateFrom: Moment?
    package var gateTo: Moment?
    /// The delegation's liaison officer.
    package var liaison: ID<Person>?
    package var liaisonConfirmedAt: Moment?
    package var principalCar: ID<Vehicle>?
    package var spare: ID<Vehicle>?
    /// Minutes that the spare needs to take the principal's place.
    package var spareMinutes: Int?
    package var staging: ID<Place>?
    package var hospital = ""
    package var admittedAt: Moment?
    package var admittedBy: ID<Officer>?
    /// The number of the pass that was shown at the gate.
    package var passSeen = ""
    /// The plates that were read at the gate.
    package var platesSeen: [String] = []

    package init() {}

    /// For how long its gate is kept for it; nil until both ends are known.
    package var gateWindow: Span? {
        guard let gateFrom, let gateTo else { return nil }
        return Span(gateFrom, gateTo)
    }
}
