import Committee
import Gates
import Ledger
import Parties
import RulebookTesting
import Testing
import Venues

@Suite struct `SEC-03 Every opening has one owner and a responder` {
    private var given = Given(
        at: "2025-10-24T00:00:00Z",
        kinds: [
            Kind(Body.self), Kind(Person.self), Kind(Zone.self), Kind(Gate.self), Kind(Opening.self), Kind(OpeningDuty.self),
            Kind(GateTurn.self),
        ])
    private let host: ID<Body>
    private let guests: ID<Body>
    private let helper: ID<Person>
    private let hall: ID<Zone>
    private let door: ID<Opening>

    init() {
        host = given.add(Body("HOST"))
        guests = given.add(Body("UN"))
        helper = given.add(Person("P1"))
        let hall = given.add(Zone("HALL"))
        self.hall = hall
        door = given.add(
            Opening("D1") {
                $0.kind = .serviceDoor
                $0.zone = hall
                $0.guardedFrom = hanoi("2025-10-25T06:00")
                $0.guardedTo = hanoi("2025-10-25T22:00")
            })
    }

    @discardableResult
    private mutating func duty(
        _ code: String, _ starts: String, _ ends: String, _ fill: (inout OpeningDuty) -> Void = { _ in }
    ) -> ID<OpeningDuty> {
        given.add(
            OpeningDuty(code) {
                $0.opening = door
                $0.starts = hanoi("2025-10-25T\(starts)")
                $0.ends = hanoi("2025-10-25T\(ends)")
                $0.heldBy = host
                $0.responderBody = guests
                $0.responder = helper
                fill(&$0)
            })
    }

    @Test mutating func `two shifts that follow one another leave no gap`() {
        duty("A", "06:00", "14:00")
        duty("B", "14:00", "22:00")
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == [])
    }

    @Test mutating func `an hour is nobody's`() {
        duty("A", "06:00", "14:00")
        duty("B", "15:00", "22:00")
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == ["SEC-03:nobody D1"])
    }

    @Test mutating func `two bodies hold the door at once`() {
        duty("A", "06:00", "22:00")
        duty("B", "12:00", "13:00") { [guests, host] in
            $0.heldBy = guests
            $0.responderBody = host
        }
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == ["SEC-03:two D1 A B"])
    }

    @Test mutating func `a body relieves itself with some overlap`() {
        duty("A", "06:00", "14:15")
        duty("B", "14:00", "22:00")
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == [])
    }

    @Test mutating func `nobody comes from the other side, or only somebody from this one`() {
        duty("A", "06:00", "14:00") { $0.responder = nil }
        duty("B", "14:00", "22:00") { [host] in $0.responderBody = host }
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == ["SEC-03:responder D1 A", "SEC-03:same_side D1 B"])
    }

    @Test mutating func `it is due a week before, or at once while a gate into the zone is open`() {
        given.now = Instant("2025-10-14T00:00:00Z")!
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == [])
        let gate = given.add(Gate("G1") { [hall] in $0.inner = hall })
        given.add(GateTurn("T1") { $0.gate = gate })
        #expect(given.finds(everyOpeningHasOneOwnerAndAResponder) == ["SEC-03:nobody D1"])
    }

    @Test mutating func `changing a duty asks again about its opening and no other`() {
        let duty = duty("A", "06:00", "22:00")
        given.add(Opening("D2"))
        #expect(given.asksAgain(everyOpeningHasOneOwnerAndAResponder, after: duty) { $0.responder = nil } == ["SEC-03 D1"])
    }
}
