import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-07 Who arrives is who boarded` {
    private var journey = Journey()
    private let trip: ID<Trip>
    private let people: [ID<Person>]

    init() {
        people = [journey.given.add(Person("N1")), journey.given.add(Person("N2")), journey.given.add(Person("N3"))]
        let delegation = journey.given.add(Delegation("DEL"))
        trip = journey.trip("T1", "08:00", "08:30") {
            $0.delegation = delegation
            $0.status = .arrived
        }
    }

    private mutating func manifest(_ alighted: [Int], closed: Bool = true) {
        journey.given.add(
            Manifest("M1") { [trip, people] in
                $0.trip = trip
                $0.boarded = [people[0], people[1]]
                $0.closedAt = closed ? hanoi("2025-10-25T07:55") : nil
                $0.alighted = alighted.map { people[$0] }
                $0.countedAt = hanoi("2025-10-25T08:31")
            })
    }

    @Test mutating func `the same two, in whatever order`() {
        manifest([1, 0])
        #expect(journey.given.finds(whoArrivesIsWhoBoarded) == [])
    }

    @Test mutating func `somebody joined on the way, and somebody is missing`() {
        manifest([0, 2])
        #expect(journey.given.finds(whoArrivesIsWhoBoarded) == ["MOV-07:added T1 M1", "MOV-07:missing T1 M1"])
    }

    @Test mutating func `it left without a closed list`() {
        manifest([0, 1], closed: false)
        #expect(journey.given.finds(whoArrivesIsWhoBoarded) == ["MOV-07:open T1"])
        journey.given.change(trip) { $0.status = .planned }
        #expect(journey.given.finds(whoArrivesIsWhoBoarded) == [])
    }
}
