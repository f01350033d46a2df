import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-03 Delicate flags are checked by two` {
    private var given = Given.ceremonial()
    private let flag: ID<Symbol>

    init() {
        flag = given.add(Symbol("IDN-F") { $0.isOrientationCritical = true })
    }

    private mutating func check(_ fill: (inout FlagCheck) -> Void = { _ in }) -> ID<FlagCheck> {
        given.add(
            FlagCheck("K1") { [flag] in
                $0.symbol = flag
                $0.lastHandled = hanoi("2025-10-24T15:00")
                $0.checked = hanoi("2025-10-24T15:10")
                $0.firstChecker = ID(1)
                $0.secondChecker = ID(2)
                $0.isUpright = true
                fill(&$0)
            })
    }

    @Test mutating func `two people found it right after it was mounted`() {
        _ = check()
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == [])
    }

    @Test mutating func `it was touched after the check`() {
        _ = check { $0.lastHandled = hanoi("2025-10-25T06:00") }
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == ["PRO-03:unchecked IDN-F K1"])
    }

    @Test mutating func `one person checked it twice`() {
        _ = check { $0.secondChecker = $0.firstChecker }
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == ["PRO-03:unchecked IDN-F K1"])
    }

    @Test mutating func `two people found it the wrong way up`() {
        _ = check { $0.isUpright = false }
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == ["PRO-03:inverted IDN-F K1"])
    }

    @Test mutating func `a flag in the store needs no check, nor does one that cannot be inverted`() {
        let check = check { $0.lastHandled = nil }
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == [])
        given.change(check) { $0.lastHandled = hanoi("2025-10-25T06:00") }
        given.change(flag) { $0.isOrientationCritical = false }
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == [])
    }

    @Test mutating func `a day before the session a check record is asked for`() {
        let session = given.opening()
        given.add(
            Cue("C1") { [flag] in
                $0.session = session
                $0.symbol = flag
            })
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == [])
        given.now = Instant("2025-10-24T02:00:00Z")!
        #expect(given.finds(delicateFlagsAreCheckedByTwo) == ["PRO-03:missing IDN-F P-OPEN"])
    }
}
