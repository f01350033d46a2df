import Accreditation
import Gates
import Ledger
import RulebookTesting
import Testing
import Venues

@Suite struct `SEC-05 Zones hold no more than is safe` {
    private var given = Given(
        at: "2025-10-25T03:00:00Z", kinds: [Kind(Zone.self), Kind(OccupancyPlan.self), Kind(Passage.self)])
    private let hall: ID<Zone>
    private let lobby: ID<Zone>

    init() {
        // Area: 200 people; exits of 100, 100 and 200 cm, the widest blocked: 2 m for 8 minutes at 82 a minute, 1,312.
        hall = given.add(
            Zone("HALL") {
                $0.area = 100
                $0.exitWidths = [100, 200, 100]
            })
        lobby = given.add(Zone("LOBBY"))
    }

    private mutating func plan(_ code: String, _ people: Int, _ starts: String, _ ends: String) {
        given.add(
            OccupancyPlan(code) { [hall] in
                $0.zone = hall
                $0.people = people
                $0.starts = hanoi("2025-10-25T\(starts)")
                $0.ends = hanoi("2025-10-25T\(ends)")
            })
    }

    @discardableResult
    private mutating func passage(
        _ code: String, _ decision: Passage.Decision, out: Bool = false, on day: String = "2025-10-25"
    ) -> ID<Passage> {
        given.add(
            Passage(code) { [hall, lobby] in
                $0.at = hanoi("\(day)T09:00")
                $0.decision = decision
                $0.fromZone = out ? hall : lobby
                $0.intoZone = out ? lobby : hall
            })
    }

    @Test mutating func `plans that follow one another fit, plans that overlap do not`() {
        plan("A", 150, "09:00", "10:00")
        plan("B", 150, "10:00", "11:00")
        #expect(given.finds(zonesHoldNoMoreThanIsSafe) == [])
        plan("C", 60, "09:30", "10:30")
        #expect(given.finds(zonesHoldNoMoreThanIsSafe) == ["SEC-05:planned HALL"])
    }

    @Test mutating func `one exit only is safe for nobody, since the widest is left out`() {
        given.change(hall) { $0.exitWidths = [300] }
        plan("A", 1, "09:00", "10:00")
        #expect(given.finds(zonesHoldNoMoreThanIsSafe) == ["SEC-05:planned HALL"])
    }

    @Test mutating func `those present are whoever came in today less whoever left`() {
        given.change(hall) { $0.capacity = 1 }
        passage("A", .admit)
        passage("B", .stop)
        passage("C", .recognised, on: "2025-10-24")
        #expect(given.finds(zonesHoldNoMoreThanIsSafe) == [])
        passage("D", .recognised)
        #expect(given.finds(zonesHoldNoMoreThanIsSafe) == ["SEC-05:present HALL"])
        passage("E", .admit, out: true)
        #expect(given.finds(zonesHoldNoMoreThanIsSafe) == [])
    }

    @Test mutating func `a passage asks again about the two zones it joins, and rewording it about none`() {
        given.change(lobby) { $0.capacity = 10 }
        given.add(Zone("OTHER") { $0.capacity = 1 })
        let stopped = passage("A", .stop)
        #expect(given.asksAgain(zonesHoldNoMoreThanIsSafe, after: stopped) { $0.decision = .letIn } == ["SEC-05 HALL", "SEC-05 LOBBY"])
        #expect(given.asksAgain(zonesHoldNoMoreThanIsSafe, after: stopped) { $0.isOffline = true } == [])
    }
}
