import Accreditation
import Committee
import Gates
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `The acts of the gates` {
    private var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + accreditationKinds + gatesKinds)
    private let gate: ID<Gate>
    private let outside: ID<Zone>
    private let hall: ID<Zone>
    private let badge: ID<Badge>
    private let person: ID<Person>
    private let officer: ID<Officer>
    private let now = hanoi("2025-10-25T07:00")

    init() {
        given.now = now.instant
        let outside = given.add(Zone("OUT"))
        let hall = given.add(Zone("HALL"))
        (self.outside, self.hall) = (outside, hall)
        gate = given.add(
            Gate("G1") {
                $0.outer = outside
                $0.inner = hall
            })
        badge = given.add(Badge("B1"))
        person = given.add(Person("P"))
        officer = given.add(Officer("O1"))
    }

    private func admitted(by officer: String = "OFFICER", _ fill: (inout Passage) -> Void = { _ in }) throws(Refusal) -> Passage {
        try given.made(admitting, Passage.self, from: Reference(gate), by: officer, giving: fill)
    }

    private func refusal(_ fill: (inout Passage) -> Void = { _ in }) -> String? {
        given.refusal(of: admitting, making: Passage.self, from: Reference(gate), giving: fill)
    }

    @Test mutating func `a gate is opened with the time, the officer and the age of its oldest list in use`() throws {
        for (code, age, isInUse) in [("D1", "06:50", true), ("D2", "06:40", true), ("D3", "01:00", false)] {
            given.add(
                Device(code) { [gate] in
                    $0.gate = gate
                    $0.enrolledAt = hanoi("2025-10-24T09:00")
                    $0.unenrolledAt = isInUse ? nil : hanoi("2025-10-24T18:00")
                    $0.listAsOf = hanoi("2025-10-25T\(age)")
                })
        }
        let turn = try given.made(openingGate, GateTurn.self, from: Reference(gate), by: "O1")
        #expect(turn.gate == gate && turn.opened == now && turn.openedBy == officer)
        #expect(turn.listAsOf == hanoi("2025-10-25T06:40"))
        let (told, age) = (hanoi("2025-10-25T06:55"), hanoi("2025-10-25T06:45"))
        let earlier = try given.made(openingGate, GateTurn.self, from: Reference(gate)) {
            $0.opened = told
            $0.listAsOf = age
        }
        #expect(earlier.opened == told && earlier.listAsOf == age && earlier.openedBy == nil)
    }

    @Test mutating func `a gate that exists is opened once at a time`() {
        #expect(given.refusal(of: openingGate, making: GateTurn.self) == "gate_turn_without_gate")
        #expect(given.refusal(of: openingGate, making: GateTurn.self) { $0.gate = ID(7) } == "gate_turn_without_gate")
        given.add(GateTurn("T0") { [gate] in $0.gate = gate })
        #expect(given.refusal(of: openingGate, making: GateTurn.self, from: Reference(gate)) == "gate_turn_already_open")
        #expect(given.refusal(of: openingGate, making: GateTurn.self) { $0.gate = gate } == "gate_turn_already_open")
    }

    @Test mutating func `an open gate is closed with the time, once and after it opened`() throws {
        let turn = given.add(
            GateTurn("T0") { [gate] in
                $0.gate = gate
                $0.opened = hanoi("2025-10-25T06:00")
            })
        #expect(try given.done(closingGate, to: turn).closed == now)
        let told = hanoi("2025-10-25T06:45")
        #expect(try given.done(closingGate, to: turn) { $0.closed = told }.closed == told)
        #expect(given.refusal(of: closingGate, to: turn) { $0.closed = hanoi("2025-10-25T05:00") } == "gate_turn_ends_before_it_begins")
        given.change(turn) { $0.closed = told }
        #expect(given.refusal(of: closingGate, to: turn) == "gate_turn_already_closed")
    }

    @Test func `somebody with a badge is admitted from one side of the gate to the other`() throws {
        let entered = try admitted { $0.badge = badge }
        #expect(entered.decision == .admit && entered.at == now && entered.fromZone == outside && entered.intoZone == hall)
        let left = try admitted {
            $0.badge = badge
            $0.direction = .exit
        }
        #expect(left.fromZone == hall && left.intoZone == outside)
        let scanned = try given.made(admitting, Passage.self, from: Reference(badge)) { $0.gate = gate }
        #expect(scanned.badge == badge && scanned.gate == gate && scanned.decision == .admit)
        let told = hanoi("2025-10-25T06:58")
        let earlier = try admitted {
            $0.badge = badge
            $0.at = told
        }
        #expect(earlier.at == told)
    }

    @Test func `nobody is admitted without a gate, across other zones or with a badge that is none`() {
        #expect(refusal() == "passage_of_unknown_badge")
        #expect(refusal { $0.badge = ID(99) } == "passage_of_unknown_badge")
        #expect(refusal { $0.gate = nil } == "passage_without_gate")
        #expect(
            refusal {
                $0.badge = badge
                $0.intoZone = outside
            } == "passage_between_other_zones")
    }

    @Test func `whoever has no badge is recognised by name or let in by an officer`() throws {
        #expect(try admitted { $0.recognised = person }.decision == .recognised)
        #expect(refusal { $0.decision = .recognised } == "passage_of_nobody")
        #expect(try admitted { $0.letInBy = officer }.decision == .letIn)
        #expect(try admitted(by: "O1") { $0.decision = .letIn }.letInBy == officer)
        #expect(refusal { $0.decision = .letIn } == "passage_let_in_by_nobody")
    }

    @Test func `whom a stop turns away the gate has seen all the same`() throws {
        #expect(try turnedAway { $0.badge = badge } == .gateRule)
        #expect(
            try turnedAway {
                $0.badge = badge
                $0.reason = .full
            } == .full)
    }

    /// The reason of the stop that is written; nil where none is.
    private func turnedAway(_ fill: (inout Passage) -> Void) throws -> Passage.Reason? {
        let passage = try admitted(fill)
        let setting = Act.Setting(
            picture: given.picture, before: nil, origin: Reference(gate), number: 1, code: "NEW", officer: "O1", happened: given.now)
        let row = admitting.turnedAway(Row(passage, happened: given.now, sequence: 0), setting) as? Row<Passage>
        guard let stopped = row?.record, stopped.decision == .stop, stopped.intoZone == hall else { return nil }
        return stopped.reason
    }

    @Test func `a scan is noted as the device decided it, and refused only without a gate`() throws {
        let at = hanoi("2025-10-25T06:30")
        let noted = try given.made(notingPassage, Passage.self) {
            $0.gate = gate
            $0.badge = badge
            $0.at = at
            $0.direction = .exit
            $0.reason = .expired
            $0.isOffline = true
        }
        #expect(noted.decision == .stop && noted.reason == .expired && noted.at == at && noted.isOffline)
        #expect(noted.fromZone == hall && noted.intoZone == outside)
        #expect(try given.made(notingPassage, Passage.self, from: Reference(gate)).at == now)
        #expect(given.refusal(of: notingPassage, making: Passage.self) { $0.badge = badge } == "passage_without_gate")
    }
}
