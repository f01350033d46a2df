import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-02 Vehicles fit their route` {
    private var journey = Journey()
    private let car: ID<Vehicle>

    init() {
        journey.given.change(journey.second) {
            $0.maxHeight = 300
            $0.minClearance = 15
            $0.maxTurningCircle = 1400
            $0.maxMass = 10_000
        }
        let car = journey.given.add(
            Vehicle("V1") {
                $0.height = 300
                $0.clearance = 15
                $0.turningCircle = 1400
                $0.mass = 10_000
            })
        self.car = car
        journey.trip("T1", "08:00", "08:20") { $0.vehicles = [car] }
    }

    @Test func `a car that just fits`() {
        #expect(journey.given.finds(vehiclesFitTheirRoute) == [])
    }

    @Test mutating func `a car that fits nowhere`() {
        journey.given.change(car) {
            $0.height = 301
            $0.clearance = 14
            $0.turningCircle = 1401
            $0.mass = 10_001
        }
        #expect(
            journey.given.finds(vehiclesFitTheirRoute) == [
                "MOV-02:clearance T1 V1 S2", "MOV-02:height T1 V1 S2", "MOV-02:mass T1 V1 S2", "MOV-02:turning T1 V1 S2",
            ])
    }

    @Test mutating func `a measure that nobody knows is not judged`() {
        journey.given.change(car) { $0.height = nil }
        #expect(journey.given.finds(vehiclesFitTheirRoute) == [])
    }
}
