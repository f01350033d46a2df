import Committee
import Integrity
import Ledger
import RulebookTesting
import Testing

@Suite struct `INT-03 Critical functions are drilled without a network` {
    private var given = Given(kinds: committeeKinds + integrityKinds)
    private let asset: ID<Asset>
    private let mode: ID<Fallback>

    init() {
        let asset = given.add(
            Asset("GATES") {
                $0.isCritical = true
                $0.changed = hanoi("2025-10-01T08:00")
            })
        mode = given.add(
            Fallback("FB-GATES") {
                $0.asset = asset
                $0.drilled = hanoi("2025-10-05T08:00")
                $0.result = .passed
            })
        self.asset = asset
    }

    @Test func `its drill was passed after the last change`() {
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == [])
    }

    @Test mutating func `it has no mode at all`() {
        given.add(Asset("LISTS") { $0.isCritical = true })
        given.add(Asset("WEB"))
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == ["INT-03:none LISTS"])
    }

    @Test mutating func `it was not drilled`() {
        given.change(mode) { $0.drilled = nil }
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == ["INT-03:undrilled GATES FB-GATES"])
        given.change(mode) { $0.drilled = hanoi("2025-10-20T08:00") }
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == ["INT-03:undrilled GATES FB-GATES"])
    }

    @Test mutating func `the drill failed`() {
        given.change(mode) { $0.result = .failed }
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == ["INT-03:failed GATES FB-GATES"])
    }

    @Test mutating func `the function changed after the drill`() {
        given.change(asset) { $0.changed = hanoi("2025-10-06T08:00") }
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == ["INT-03:stale GATES FB-GATES"])
    }

    @Test mutating func `the drill is more than a quarter old`() {
        given.change(asset) { $0.changed = nil }
        given.change(mode) { $0.drilled = hanoi("2025-07-01T08:00") }
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == ["INT-03:old GATES FB-GATES"])
    }

    @Test mutating func `one good mode is enough`() {
        let asset = asset
        given.add(
            Fallback("FB-PAPER") {
                $0.asset = asset
                $0.drilled = hanoi("2025-10-06T08:00")
                $0.result = .failed
            })
        #expect(given.finds(criticalFunctionsAreDrilledWithoutNetwork) == [])
    }

    @Test mutating func `a drill asks again about its function and no other`() {
        given.add(Asset("LISTS") { $0.isCritical = true })
        #expect(given.asksAgain(criticalFunctionsAreDrilledWithoutNetwork, after: mode) { $0.result = .failed } == ["INT-03 GATES"])
    }
}
