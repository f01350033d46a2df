import Ledger
import Movement
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What stops the acts of movement` {
    @Test(arguments: movementStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: movementRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: movementRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(movementStops.pairs == movementRules.stopPairs)
    }
}

private let movementStops = [
    StopCase(dispatchingTrip, vehiclesFitTheirRoute) { isMended in
        var journey = Journey()
        journey.given.change(journey.second) { $0.maxHeight = 300 }
        let car = journey.given.add(Vehicle("V1") { $0.height = isMended ? 300 : 301 })
        return try journey.dispatch([car])
    },
    StopCase(dispatchingTrip, tripsObeyRoadOrders) { isMended in
        var journey = Journey()
        journey.given.add(
            RoadOrder("RO-1") {
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T22:00")
                $0.passengerSeatsFrom = 16
                $0.exempt = [.protectionBadge]
                $0.roads = ["Kim Mã"]
            })
        let coach = journey.given.add(
            Vehicle("V1") {
                $0.kind = .coach
                $0.seats = 45
                $0.protectionBadge = isMended ? "PH-001" : ""
                $0.protectionBadgeUntil = day("2025-10-25")
            })
        return try journey.dispatch([coach])
    },
    StopCase(dispatchingTrip, whoArrivesIsWhoBoarded) { isMended in
        var journey = Journey()
        let (bus, delegation) = (journey.given.add(Vehicle("V1")), journey.given.add(Delegation("DEL")))
        return try journey.dispatch([bus], of: delegation, closed: isMended)
    },
    StopCase(admittingConvoy, convoysAreAdmittedAsAnnounced) { isMended in
        var journey = Journey(at: "2025-10-25T01:30:00Z")
        let car = journey.given.add(Vehicle("V1") { $0.plate = "80-NG 123-45" })
        let liaison = journey.given.add(Person("P1"))
        let trip = journey.trip("T1", "08:00", "08:30") { $0.vehicles = [car] }
        let convoy = journey.given.add(
            Convoy("C1") {
                $0.trip = trip
                $0.pass = "7"
                $0.gateFrom = hanoi("2025-10-25T08:20")
                $0.gateTo = hanoi("2025-10-25T08:40")
                $0.liaison = liaison
                $0.liaisonConfirmedAt = hanoi("2025-10-25T08:25")
            })
        return try journey.given.attempt(admittingConvoy, on: convoy) {
            $0.passSeen = isMended ? "7" : "JOKE"
            $0.platesSeen = ["80 NG 12345"]
        }
    },
]

extension Journey {
    /// Sends a trip of these vehicles on its way, with a list of who boarded.
    fileprivate mutating func dispatch(
        _ vehicles: [ID<Vehicle>], of delegation: ID<Delegation>? = nil, closed: Bool = true
    ) throws -> Attempt {
        let trip = trip("T1", "07:00", "07:30") {
            $0.vehicles = vehicles
            $0.delegation = delegation
        }
        given.add(
            Manifest("M1") {
                $0.trip = trip
                $0.closedAt = closed ? hanoi("2025-10-25T06:55") : nil
            })
        return try given.attempt(dispatchingTrip, on: trip)
    }
}
