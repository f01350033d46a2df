import Committee
import Gates
import Ledger
import Movement
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of movement` {
    private var given = Given(
        kinds: movementKinds + [Kind(Vehicle.self), Kind(Driver.self), Kind(Officer.self), Kind(Gate.self), Kind(Person.self)])
    private let car: ID<Vehicle>
    private let trip: ID<Trip>
    private let noon = hanoi("2025-10-25T12:00")

    init() {
        given.now = noon.instant
        let car = given.add(Vehicle("CAR-1"))
        trip = given.add(
            Trip("T") {
                $0.leaves = hanoi("2025-10-25T12:00")
                $0.arrives = hanoi("2025-10-25T12:30")
                $0.vehicles = [car]
            })
        self.car = car
    }

    private func refusal(of act: Act, at status: Trip.Status) -> String? {
        var given = given
        given.change(trip) { $0.status = status }
        return given.refusal(of: act, to: trip)
    }

    @Test func `dispatch a trip with the time of the act, or with the time that is given`() throws {
        let left = try given.done(dispatchingTrip, to: trip)
        #expect(left.status == .dispatched && left.dispatchedAt == noon)
        let told = hanoi("2025-10-25T11:58")
        #expect(try given.done(dispatchingTrip, to: trip) { $0.dispatchedAt = told }.dispatchedAt == told)
    }

    @Test mutating func `dispatch a trip with what really drives`() throws {
        given.change(trip) { $0.vehicles = [] }
        #expect(given.refusal(of: dispatchingTrip, to: trip) == "trip_without_vehicle")
        let other = car
        #expect(try given.done(dispatchingTrip, to: trip) { $0.vehicles = [other] }.vehicles == [car])
        given.change(trip) { $0.kind = .specialFlight }
        #expect(given.refusal(of: dispatchingTrip, to: trip) == nil)
    }

    @Test mutating func `dispatch a planned trip, once`() {
        #expect(refusal(of: dispatchingTrip, at: .dispatched) == "trip_already_dispatched")
        #expect(refusal(of: dispatchingTrip, at: .arrived) == "trip_already_dispatched")
        #expect(refusal(of: dispatchingTrip, at: .cancelled) == "trip_cancelled")
        given.change(trip) { $0.arrives = $0.leaves }
        #expect(given.refusal(of: dispatchingTrip, to: trip) == "trip_ends_before_it_begins")
    }

    @Test mutating func `note the arrival, whether or not anybody noted the departure`() throws {
        #expect(try given.done(arrivingTrip, to: trip).status == .arrived)
        given.change(trip) {
            $0.status = .dispatched
            $0.dispatchedAt = hanoi("2025-10-25T11:58")
        }
        let arrived = try given.done(arrivingTrip, to: trip)
        #expect(arrived.status == .arrived && arrived.dispatchedAt == hanoi("2025-10-25T11:58"))
        #expect(refusal(of: arrivingTrip, at: .arrived) == "trip_already_arrived")
        #expect(refusal(of: arrivingTrip, at: .cancelled) == "trip_cancelled")
    }

    @Test func `cancel a trip that has not arrived`() throws {
        #expect(try given.done(cancellingTrip, to: trip).status == .cancelled)
        #expect(refusal(of: cancellingTrip, at: .dispatched) == nil)
        #expect(refusal(of: cancellingTrip, at: .arrived) == "trip_already_arrived")
        #expect(refusal(of: cancellingTrip, at: .cancelled) == "trip_cancelled")
    }

    @Test mutating func `put a cancelled trip back on the plan as if it had never left`() throws {
        #expect(given.refusal(of: reinstatingTrip, to: trip) == "trip_not_cancelled")
        given.change(trip) {
            $0.status = .cancelled
            $0.dispatchedAt = hanoi("2025-10-25T11:58")
        }
        let planned = try given.done(reinstatingTrip, to: trip)
        #expect(planned.status == .planned && planned.dispatchedAt == nil)
    }

    @Test mutating func `let a convoy through with the time and the officer of the act`() throws {
        let trip = trip
        let officer = given.add(Officer("OFFICER"))
        let convoy = given.add(Convoy("C") { $0.trip = trip })
        let admitted = try given.done(admittingConvoy, to: convoy) {
            $0.passSeen = "P-1"
            $0.platesSeen = ["29A-1"]
        }
        #expect(admitted.admittedAt == noon && admitted.admittedBy == officer)
        #expect(admitted.passSeen == "P-1" && admitted.platesSeen == ["29A-1"])
        let told = hanoi("2025-10-25T11:50")
        #expect(try given.done(admittingConvoy, to: convoy) { $0.admittedAt = told }.admittedAt == told)
        #expect(try given.done(admittingConvoy, to: convoy, by: "NOBODY").admittedBy == nil)
    }

    @Test mutating func `let a convoy of a trip that takes place through, once`() {
        let trip = trip
        let convoy = given.add(Convoy("C") { $0.trip = trip })
        given.change(trip) { $0.status = .cancelled }
        #expect(given.refusal(of: admittingConvoy, to: convoy) == "trip_cancelled")
        given.change(convoy) { $0.trip = nil }
        #expect(given.refusal(of: admittingConvoy, to: convoy) == "convoy_without_trip")
        given.change(convoy) { $0.admittedAt = hanoi("2025-10-25T11:50") }
        #expect(given.refusal(of: admittingConvoy, to: convoy) == "convoy_already_admitted")
    }
}
