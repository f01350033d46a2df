import Gates
import Ledger
import Movement
import RulebookTesting
import Testing

@Suite struct `MOV-06 Convoys keep apart` {
    private var journey = Journey()

    @discardableResult
    private mutating func convoy(_ code: String, _ leaves: String, _ fill: (inout Convoy) -> Void = { _ in }) -> ID<Convoy> {
        let trip = journey.trip("T-\(code)", leaves, "23:00") { $0.kind = .motorcade }
        return journey.given.add(
            Convoy(code) {
                $0.trip = trip
                fill(&$0)
            })
    }

    @Test mutating func `the first may still be on a segment when the second reaches it`() {
        // On S1 from 08:00 to 08:20 at the latest, on S2 from 08:10 to 08:40.
        convoy("C1", "08:00")
        convoy("C2", "08:25")
        #expect(journey.given.finds(convoysKeepApart) == ["MOV-06:segment C1 C2"])
    }

    @Test mutating func `half an hour is enough here`() {
        convoy("C1", "08:00")
        convoy("C2", "08:30")
        #expect(journey.given.finds(convoysKeepApart) == [])
    }

    @Test mutating func `another route meets this one on its second segment`() {
        convoy("C1", "08:00")
        let other = journey.given.add(Route("R2") { [journey] in $0.segments = [journey.second] })
        convoy("C2", "08:39")
        let trip = journey.given.picture.find(Trip.self, "T-C2")!.id
        journey.given.change(trip) { $0.route = other }
        #expect(journey.given.finds(convoysKeepApart) == ["MOV-06:segment C1 C2"])
    }

    @Test mutating func `one gate is kept for two`() {
        let gate = journey.given.add(Gate("G1"))
        for (code, leaves) in [("C1", "08:00"), ("C2", "12:00")] {
            convoy(code, leaves) {
                $0.gate = gate
                $0.gateFrom = hanoi("2025-10-25T09:00")
                $0.gateTo = hanoi("2025-10-25T09:10")
            }
        }
        #expect(journey.given.finds(convoysKeepApart) == ["MOV-06:gate C1 C2"])
    }
}
