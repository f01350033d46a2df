import Committee
import Integrity
import Ledger
import RulebookTesting
import Testing

@Suite struct `INT-04 A restore was proved` {
    private var given = Given(at: "2025-10-18T03:00:00Z", kinds: committeeKinds + integrityKinds)

    init() {
        given.add(Ceremony("HANOI") { $0.opens = day("2025-10-25") })
    }

    private mutating func drill(_ change: (inout RestoreDrill) -> Void = { _ in }) {
        given.add(
            RestoreDrill("RD-1") {
                $0.copyMade = hanoi("2025-10-16T23:00")
                $0.done = hanoi("2025-10-17T10:00")
                $0.bareMachine = true
                $0.chainVerified = true
                change(&$0)
            })
    }

    @Test mutating func `last night's copy was restored on a bare machine`() {
        drill()
        #expect(given.finds(aRestoreWasProved) == [])
    }

    @Test mutating func `nothing was proved seven days ahead`() {
        #expect(given.finds(aRestoreWasProved) == ["INT-04:none HANOI"])
        given.now = hanoi("2025-10-17T23:59").instant
        #expect(given.finds(aRestoreWasProved) == [])
    }

    @Test mutating func `a drill that is only planned proves nothing`() {
        drill { $0.done = hanoi("2025-10-20T10:00") }
        #expect(given.finds(aRestoreWasProved) == ["INT-04:none HANOI"])
    }

    @Test mutating func `the machine was not bare`() {
        drill { $0.bareMachine = false }
        #expect(given.finds(aRestoreWasProved) == ["INT-04:machine HANOI RD-1"])
    }

    @Test mutating func `the chain did not verify`() {
        drill { $0.chainVerified = false }
        #expect(given.finds(aRestoreWasProved) == ["INT-04:chain HANOI RD-1"])
    }

    @Test mutating func `the copy was older than a night`() {
        drill { $0.copyMade = hanoi("2025-10-16T09:00") }
        #expect(given.finds(aRestoreWasProved) == ["INT-04:copy HANOI RD-1"])
    }
}
