import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-09 Principals' cars are ready` {
    private var journey = Journey(at: "2025-10-25T00:00:00Z")
    private let convoy: ID<Convoy>
    private let refuel: ID<Refuel>

    init() {
        let car = journey.given.add(Vehicle("V1") { $0.fuel = .diesel })
        let spare = journey.given.add(Vehicle("V2"))
        let trip = journey.trip("T1", "08:00", "08:30")
        refuel = journey.given.add(
            Refuel("F1") {
                $0.vehicle = car
                $0.at = hanoi("2025-10-24T20:00")
                $0.fuel = .diesel
            })
        convoy = journey.given.add(
            Convoy("C1") {
                $0.trip = trip
                $0.principalCar = car
                $0.spare = spare
                $0.spareMinutes = 10
            })
    }

    @Test func `diesel last evening and a spare within ten minutes`() {
        #expect(journey.given.finds(principalsCarsAreReady) == [])
    }

    @Test mutating func `petrol in a diesel car, and a spare too far away`() {
        journey.given.change(refuel) { $0.fuel = .petrol }
        journey.given.change(convoy) { $0.spareMinutes = 11 }
        #expect(journey.given.finds(principalsCarsAreReady) == ["MOV-09:spare C1", "MOV-09:wrong_fuel C1 F1"])
    }

    @Test mutating func `filled the day before yesterday, which is due two hours before`() {
        journey.given.change(refuel) { $0.at = hanoi("2025-10-23T20:00") }
        #expect(journey.given.finds(principalsCarsAreReady) == ["MOV-09:unfuelled C1"])
        journey.given.now = hanoi("2025-10-25T05:59").instant
        #expect(journey.given.finds(principalsCarsAreReady) == [])
    }

    @Test mutating func `after arrival nothing is asked`() {
        journey.given.now = hanoi("2025-10-25T08:30").instant
        journey.given.change(convoy) { $0.spare = nil }
        #expect(journey.given.finds(principalsCarsAreReady) == [])
    }
}
