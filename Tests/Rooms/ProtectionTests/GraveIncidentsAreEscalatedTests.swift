import Committee
import Ledger
import RulebookTesting
import Protection
import Testing

@Suite struct `SEC-14 Grave incidents are escalated` {
    private var given = Given(at: "2025-10-25T03:14:00Z", kinds: [Kind(Body.self), Kind(Unit.self), Kind(Incident.self)])
    private let own: ID<Body>
    private let above: ID<Body>
    private let incident: ID<Incident>

    init() {
        let own = given.add(Body("OWN"))
        self.own = own
        above = given.add(Body("ABOVE"))
        let unit = given.add(
            Unit("U") {
                $0.body = own
                $0.authority = .moderate
            })
        incident = given.add(
            Incident("I1") {
                $0.severity = .serious
                $0.at = hanoi("2025-10-25T10:00")
                $0.handledBy = unit
            })
    }

    @Test mutating func `a quarter of an hour is left, and then it is over`() {
        #expect(given.finds(graveIncidentsAreEscalated) == [])
        given.now = Instant("2025-10-25T03:15:00Z")!
        #expect(given.finds(graveIncidentsAreEscalated) == ["SEC-14:overdue I1"])
    }

    @Test mutating func `telling one's own body is telling nobody`() {
        given.now = Instant("2025-10-25T03:15:00Z")!
        given.change(incident) { [own] in
            $0.escalatedTo = own
            $0.escalatedAt = hanoi("2025-10-25T10:05")
        }
        #expect(given.finds(graveIncidentsAreEscalated) == ["SEC-14:overdue I1"])
        given.change(incident) { [above] in $0.escalatedTo = above }
        #expect(given.finds(graveIncidentsAreEscalated) == [])
    }

    @Test mutating func `it was closed before anybody above was told`() {
        given.change(incident) { $0.state = .closed }
        #expect(given.finds(graveIncidentsAreEscalated) == ["SEC-14:closed I1"])
    }

    @Test mutating func `what the unit may deal with alone stays with it`() {
        given.now = Instant("2025-10-26T00:00:00Z")!
        given.change(incident) { $0.severity = .moderate }
        #expect(given.finds(graveIncidentsAreEscalated) == [])
    }

    @Test mutating func `no unit handles it`() {
        given.now = Instant("2025-10-25T04:00:00Z")!
        given.change(incident) { $0.handledBy = nil }
        #expect(given.finds(graveIncidentsAreEscalated) == ["SEC-14:nobody I1"])
    }
}
