import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-05 Nothing serves two trips at once` {
    private var journey = Journey()
    private let car: ID<Vehicle>
    private let motorcycle: ID<Vehicle>
    private let driver: ID<Driver>

    init() {
        car = journey.given.add(Vehicle("V1"))
        motorcycle = journey.given.add(Vehicle("V2"))
        driver = journey.given.add(Driver("D1"))
    }

    @Test mutating func `the car is not back yet`() {
        journey.trip("T1", "08:00", "08:30") { [car] in
            $0.vehicles = [car]
            $0.transfer = 20
        }
        let second = journey.trip("T2", "08:49", "09:30") { [car] in $0.vehicles = [car] }
        #expect(journey.given.finds(nothingServesTwoTripsAtOnce) == ["MOV-05:vehicle T1 T2 V1"])
        journey.given.change(second) { $0.leaves = hanoi("2025-10-25T08:50") }
        #expect(journey.given.finds(nothingServesTwoTripsAtOnce) == [])
    }

    @Test mutating func `the driver and the escort are wanted twice`() {
        for code in ["T1", "T2"] {
            journey.trip(code, "08:00", "08:30") { [motorcycle, driver] in
                $0.drivers = [driver]
                $0.escort = [motorcycle]
            }
        }
        #expect(journey.given.finds(nothingServesTwoTripsAtOnce) == ["MOV-05:escort T1 T2 V2", "MOV-05:driver T1 T2 D1"])
    }

    @Test mutating func `a cancelled trip needs nothing`() {
        journey.trip("T1", "08:00", "08:30") { [car] in $0.vehicles = [car] }
        journey.trip("T2", "08:00", "08:30") { [car] in
            $0.vehicles = [car]
            $0.status = .cancelled
        }
        #expect(journey.given.finds(nothingServesTwoTripsAtOnce) == [])
    }

    @Test mutating func `moving a trip asks again about the trips of its car only`() {
        let trip = journey.trip("T1", "08:00", "08:30") { [car] in $0.vehicles = [car] }
        journey.trip("T2", "10:00", "10:30") { [car] in $0.vehicles = [car] }
        journey.trip("T3", "08:00", "08:30") { [motorcycle] in $0.vehicles = [motorcycle] }
        let asked = journey.given.asksAgain(nothingServesTwoTripsAtOnce, after: trip) { $0.leaves = hanoi("2025-10-25T08:10") }
        #expect(asked == ["MOV-05 T1"])
    }
}
