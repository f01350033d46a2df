import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-01 No two sessions share a place and time` {
    private var given = Given(kinds: [Kind(Place.self), Kind(Session.self)])
    private let hall: ID<Place>

    init() {
        hall = given.add(Place("MAIN") { $0.turnRound = 15 })
    }

    private mutating func session(_ code: String, _ starts: String, _ ends: String) -> ID<Session> {
        given.add(
            Session(code) {
                $0.starts = hanoi(starts)
                $0.ends = hanoi(ends)
                $0.place = hall
            })
    }

    @Test mutating func `the second begins while the hall is still being turned round`() {
        _ = session("A", "2025-10-25T09:00", "2025-10-25T10:00")
        _ = session("B", "2025-10-25T10:10", "2025-10-25T11:00")
        #expect(given.finds(sessionsShareNoPlace) == ["PRG-01 A B"])
    }

    @Test mutating func `the second begins when the hall is ready again`() {
        _ = session("A", "2025-10-25T09:00", "2025-10-25T10:00")
        _ = session("B", "2025-10-25T10:15", "2025-10-25T11:00")
        #expect(given.finds(sessionsShareNoPlace) == [])
    }

    @Test mutating func `a session does not clash with the row under which it is announced`() {
        let row = session("A", "2025-10-25T09:00", "2025-10-25T10:00")
        let part = session("B", "2025-10-25T09:00", "2025-10-25T09:30")
        given.change(part) { $0.partOf = row }
        #expect(given.finds(sessionsShareNoPlace) == [])
    }

    @Test mutating func `moving one session asks again the one that speaks for its hall and no other`() {
        let first = session("A", "2025-10-25T09:00", "2025-10-25T10:00")
        let second = session("B", "2025-10-25T10:15", "2025-10-25T11:00")
        let other = given.add(Place("R01"))
        given.add(Session("C") { $0.place = other })
        #expect(given.asksAgain(sessionsShareNoPlace, after: first) { $0.ends = hanoi("2025-10-25T10:05") } == ["PRG-01 A"])
        #expect(given.asksAgain(sessionsShareNoPlace, after: second) { $0.ends = hanoi("2025-10-25T10:30") } == ["PRG-01 A", "PRG-01 B"])
    }
}
