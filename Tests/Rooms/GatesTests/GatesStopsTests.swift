import Accreditation
import Committee
import Gates
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `What stops the acts of the gates` {
    @Test(arguments: gatesStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: gatesRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: gatesRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(gatesStops.pairs == gatesRules.stopPairs)
    }
}

@Suite struct `Whoever leaves` {
    @Test func `is kept in a zone by nobody, however full it is`() throws {
        var (given, gate, hall) = gateIntoTheHall()
        given.change(hall) { $0.capacity = 1 }
        let badges = ["B1", "B2", "B3"].map { given.add(Badge($0)) }
        for badge in badges { given.add(try given.made(admitting, Passage.self, from: Reference(gate)) { $0.badge = badge }) }
        func passes(_ direction: Passage.Direction) throws -> [String] {
            let attempt = try given.attempt(admitting, making: Passage.self, from: Reference(gate)) {
                $0.badge = badges[0]
                $0.direction = direction
            }
            return attempt.stopped(by: gatesRules)
        }
        #expect(try passes(.entry) == ["SEC-05"])
        #expect(try passes(.exit) == [])
    }
}

private let gatesStops = [
    StopCase(openingGate, everyOpeningHasOneOwnerAndAResponder) { isMended in
        var (given, gate, hall) = gateIntoTheHall()
        let (host, guests) = (given.add(Body("HOST")), given.add(Body("UN")))
        let helper = given.add(Person("P1"))
        let door = given.add(
            Opening("D1") {
                $0.zone = hall
                $0.guardedFrom = hanoi("2025-10-25T06:00")
                $0.guardedTo = hanoi("2025-10-25T22:00")
            })
        given.add(
            OpeningDuty("A") {
                $0.opening = door
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T22:00")
                $0.heldBy = host
                $0.responderBody = isMended ? guests : host
                $0.responder = helper
            })
        return try given.attempt(openingGate, making: GateTurn.self, from: Reference(gate))
    },
    StopCase(admitting, zonesHoldNoMoreThanIsSafe) { isMended in
        var (given, gate, hall) = gateIntoTheHall()
        given.change(hall) { $0.capacity = isMended ? 2 : 1 }
        let badges = ["B1", "B2"].map { given.add(Badge($0)) }
        given.add(try given.made(admitting, Passage.self, from: Reference(gate)) { $0.badge = badges[0] })
        return try given.attempt(admitting, making: Passage.self, from: Reference(gate)) { $0.badge = badges[1] }
    },
]

private func gateIntoTheHall() -> (Given, ID<Gate>, hall: ID<Zone>) {
    var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + accreditationKinds + gatesKinds)
    let (outside, hall) = (given.add(Zone("OUT")), given.add(Zone("HALL")))
    let gate = given.add(
        Gate("G1") {
            $0.outer = outside
            $0.inner = hall
        })
    return (given, gate, hall)
}
