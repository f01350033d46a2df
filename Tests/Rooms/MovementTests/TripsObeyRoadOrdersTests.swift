import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-03 Trips obey road orders` {
    private var journey = Journey()
    private let order: ID<RoadOrder>
    private let coach: ID<Vehicle>

    init() {
        order = journey.given.add(
            RoadOrder("RO-1") {
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T22:00")
                $0.trucksFrom = 1500
                $0.passengerSeatsFrom = 16
                $0.exempt = [.bus, .protectionBadge, .police, .army, .otherPriority]
                $0.roads = ["Kim Mã", "Đỗ Đức Dục"]
            })
        coach = journey.given.add(
            Vehicle("V1") {
                $0.kind = .coach
                $0.seats = 45
            })
    }

    private mutating func ride(_ leaves: String, _ arrives: String, _ kind: Trip.Sort = .shuttle) {
        journey.trip("T1", leaves, arrives) { [coach] in
            $0.kind = kind
            $0.vehicles = [coach]
        }
    }

    @Test mutating func `a delegation's coach without the badge`() {
        ride("05:40", "06:01")
        #expect(journey.given.finds(tripsObeyRoadOrders) == ["MOV-03:banned T1 V1 RO-1"])
    }

    @Test mutating func `it is through when the order begins`() {
        ride("05:30", "06:00")
        #expect(journey.given.finds(tripsObeyRoadOrders) == [])
    }

    @Test mutating func `the badge lets it pass as long as it counts`() {
        ride("07:00", "07:30")
        journey.given.change(coach) {
            $0.protectionBadge = "PH-001"
            $0.protectionBadgeUntil = day("2025-10-25")
        }
        #expect(journey.given.finds(tripsObeyRoadOrders) == [])
        journey.given.change(coach) { $0.protectionBadgeUntil = day("2025-10-24") }
        #expect(journey.given.finds(tripsObeyRoadOrders) == ["MOV-03:banned T1 V1 RO-1"])
    }

    @Test(arguments: [(Vehicle.Sort.minibus, 15, 0), (.coach, 15, 0), (.policeCar, 16, 0), (.ambulance, 4, 3500), (.truck, 3, 1499)])
    mutating func `smaller vehicles and those of the services pass`(_ kind: Vehicle.Sort, _ seats: Int, _ mass: Int) {
        ride("07:00", "07:30")
        journey.given.change(coach) {
            $0.kind = kind
            $0.seats = seats
            $0.mass = mass
        }
        #expect(journey.given.finds(tripsObeyRoadOrders) == [])
    }

    @Test(arguments: [(Vehicle.Sort.minibus, 16, 0), (.truck, 3, 1500)])
    mutating func `the limits themselves are banned`(_ kind: Vehicle.Sort, _ seats: Int, _ mass: Int) {
        ride("07:00", "07:30")
        journey.given.change(coach) {
            $0.kind = kind
            $0.seats = seats
            $0.mass = mass
        }
        #expect(journey.given.finds(tripsObeyRoadOrders) == ["MOV-03:banned T1 V1 RO-1"])
    }

    @Test mutating func `other roads, and a restriction only`() {
        ride("07:00", "07:30")
        journey.given.change(order) { $0.effect = .restrict }
        #expect(journey.given.finds(tripsObeyRoadOrders) == [])
        journey.given.change(order) {
            $0.effect = .ban
            $0.roads = ["Miếu Đầm"]
        }
        #expect(journey.given.finds(tripsObeyRoadOrders) == [])
    }

    @Test mutating func `a protected convoy is still on the way when the order lapses`() {
        journey.given.change(coach) { $0.seats = 5 }
        ride("21:45", "22:05", .motorcade)
        #expect(journey.given.finds(tripsObeyRoadOrders) == ["MOV-03:lapses T1 RO-1"])
    }

    @Test mutating func `a later order asks again about every trip`() {
        ride("07:00", "07:30")
        #expect(journey.given.asksAgain(tripsObeyRoadOrders, after: order) { $0.ends = hanoi("2025-10-25T07:00") } == ["MOV-03 T1"])
    }
}
