import Committee
import Communications
import Ledger
import RulebookTesting
import Testing

@Suite struct `COM-02 Communication runs before, during and after` {
    private var given = Given(kinds: committeeKinds + communicationsKinds)
    private let plan: ID<Plan>

    init() {
        let body = given.add(Body("TB-TTVH"))
        given.add(Desk("COM") { $0.body = body })
        plan = given.add(Plan("DA-TTVH") { $0.heading.owner = body.number })
    }

    private mutating func item(_ phase: MediaItem.Phase, _ change: (inout MediaItem) -> Void = { _ in }) {
        let plan = plan
        given.add(
            MediaItem("M-\(phase.rawValue)") {
                $0.plan = plan
                $0.phase = phase
                $0.heading.owner = 1
                $0.due = day("2025-10-20")
                change(&$0)
            })
    }

    @Test mutating func `each phase has an item with owner and date`() {
        for phase in MediaItem.Phase.allCases { item(phase) }
        #expect(given.finds(communicationRunsBeforeDuringAndAfter) == [])
    }

    @Test mutating func `nothing is planned for afterwards`() {
        item(.before)
        item(.during)
        #expect(given.finds(communicationRunsBeforeDuringAndAfter) == ["COM-02:no_after DA-TTVH"])
    }

    @Test func `the plan is empty`() {
        #expect(
            given.finds(communicationRunsBeforeDuringAndAfter) == [
                "COM-02:no_after DA-TTVH", "COM-02:no_before DA-TTVH", "COM-02:no_during DA-TTVH",
            ])
    }

    @Test mutating func `an item has neither owner nor date`() {
        item(.before)
        item(.during) {
            $0.heading.owner = 0
            $0.due = nil
        }
        item(.after)
        #expect(
            given.finds(communicationRunsBeforeDuringAndAfter) == ["COM-02:date DA-TTVH M-during", "COM-02:owner DA-TTVH M-during"])
    }

    @Test mutating func `plans of other bodies and withdrawn plans are left alone`() {
        given.add(Plan("DA-LT"))
        given.change(plan) { $0.status = .withdrawn }
        #expect(given.finds(communicationRunsBeforeDuringAndAfter) == [])
    }
}
