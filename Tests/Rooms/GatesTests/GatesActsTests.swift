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
    private var given = Given(
        kinds: [Kind(Zone.self), Kind(Gate.self), Kind(GateTurn.self), Kind(Passage.self), Kind(Badge.self), Kind(Person.self)])
    private let gate: ID<Gate>
    private let outside: ID<Zone>
    private let hall: ID<Zone>
    private let badge: ID<Badge>

    init() {
        let outside = given.add(Zone("OUT"))
        let hall = given.add(Zone("HALL"))
        (self.outside, self.hall) = (outside, hall)
        gate = given.add(
            Gate("G1") {
                $0.outer = outside
                $0.inner = hall
            })
        badge = given.add(Badge("B1"))
    }

    private func refusal<Record: Entity>(_ name: ActName, _ after: Record) -> String? {
        gatesActs.first { $0.name == name }!.refusal(nil, Row(after, happened: .distantPast, sequence: 0), given.picture)?.code
    }

    private func turn(_ fill: (inout GateTurn) -> Void = { _ in }) -> GateTurn {
        GateTurn("T", id: 9) {
            $0.gate = gate
            $0.opened = hanoi("2025-10-25T07:00")
            fill(&$0)
        }
    }

    private func passage(_ decision: Passage.Decision, _ fill: (inout Passage) -> Void = { _ in }) -> Passage {
        Passage("P") {
            $0.gate = gate
            $0.decision = decision
            $0.fromZone = outside
            $0.intoZone = hall
            fill(&$0)
        }
    }

    @Test mutating func `a gate that exists is opened once at a time`() {
        #expect(refusal(.openGate, turn()) == nil)
        #expect(refusal(.openGate, turn { $0.gate = ID(7) }) == "gate_turn_without_gate")
        #expect(refusal(.openGate, turn { $0.closed = hanoi("2025-10-25T06:00") }) == "gate_turn_ends_before_it_begins")
        given.add(GateTurn("T0") { [gate] in $0.gate = gate })
        #expect(refusal(.openGate, turn()) == "gate_turn_already_open")
    }

    @Test func `somebody with a badge is admitted from one side of the gate to the other`() {
        #expect(refusal(.admit, passage(.admit) { $0.badge = badge }) == nil)
        #expect(refusal(.admit, passage(.admit) { $0.badge = ID(99) }) == "passage_of_unknown_badge")
        #expect(refusal(.admit, passage(.admit)) == "passage_of_unknown_badge")
        #expect(refusal(.admit, passage(.admit) { $0.gate = nil }) == "passage_without_gate")
        #expect(refusal(.admit, passage(.admit) { $0.direction = .exit }) == "passage_between_other_zones")
    }

    @Test func `whoever has no badge is recognised by name or let in by an officer`() {
        #expect(refusal(.admit, passage(.recognised)) == "passage_of_nobody")
        #expect(refusal(.admit, passage(.recognised) { $0.recognised = ID(1) }) == nil)
        #expect(refusal(.admit, passage(.letIn)) == "passage_let_in_by_nobody")
        #expect(refusal(.admit, passage(.letIn) { $0.letInBy = ID(1) }) == nil)
    }

    @Test func `that somebody was stopped is never refused`() {
        #expect(refusal(.admit, passage(.stop) { $0.gate = nil }) == nil)
    }
}
