import Gates
import Ledger
import Programme
import RulebookTesting
import Protection
import Testing

@Suite struct `SEC-04 Gates pass their guests in time` {
    private var given = Given(kinds: [Kind(Gate.self), Kind(Session.self), Kind(ArrivalPlan.self)])
    private let gate: ID<Gate>
    private let session: ID<Session>

    init() {
        gate = given.add(
            Gate("G1") {
                $0.lanes = 5
                $0.rate = 300
            })
        session = given.add(Session("P-OPEN") { $0.starts = hanoi("2025-10-25T09:00") })
    }

    @discardableResult
    private mutating func plan(_ code: String, _ people: Int, from: String) -> ID<ArrivalPlan> {
        given.add(
            ArrivalPlan(code) { [gate, session] in
                $0.gate = gate
                $0.session = session
                $0.people = people
                $0.from = hanoi("2025-10-25T\(from)")
                $0.walk = 10
                $0.seatedBefore = 20
            })
    }

    @Test mutating func `five lanes pass 2,250 people in an hour and a half, and not one more`() {
        let plan = plan("A", 2250, from: "07:00")
        #expect(given.finds(gatesPassTheirGuestsInTime) == [])
        given.change(plan) { $0.people = 2251 }
        #expect(given.finds(gatesPassTheirGuestsInTime) == ["SEC-04 A"])
    }

    @Test mutating func `whoever comes within the same time shares the lanes`() {
        plan("A", 2000, from: "07:00")
        plan("B", 300, from: "07:30")
        #expect(given.finds(gatesPassTheirGuestsInTime) == ["SEC-04 A"])
    }

    @Test mutating func `a lane less asks again about the gate's plans`() {
        plan("A", 100, from: "07:00")
        let other = given.add(Gate("G2"))
        given.add(ArrivalPlan("B") { $0.gate = other })
        #expect(given.asksAgain(gatesPassTheirGuestsInTime, after: gate) { $0.lanes = 4 } == ["SEC-04 A"])
    }
}
