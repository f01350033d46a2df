import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-06 Each signer has its line` {
    private var scene = SigningScene()
    private let canada: ID<Party>
    private let france: ID<Party>

    init() {
        canada = scene.party("CAN")
        france = scene.party("FRA")
        scene.given.change(scene.copy) { $0.printedOn = day("2025-10-20") }
    }

    @Test mutating func `a copy was printed without a line for a signer`() {
        scene.slot("Q1", of: canada, at: 1)
        #expect(scene.given.finds(eachSignerHasItsLine) == ["SGN-06:missing Q1 C1 CAN"])
        scene.line("L1", of: canada, number: 1)
        #expect(scene.given.finds(eachSignerHasItsLine) == [])
    }

    @Test mutating func `nothing is printed yet`() {
        scene.given.change(scene.copy) { $0.printedOn = nil }
        scene.slot("Q1", of: canada, at: 1)
        #expect(scene.given.finds(eachSignerHasItsLine) == [])
    }

    @Test mutating func `a signer has two lines`() {
        scene.slot("Q1", of: canada, at: 1)
        scene.line("L1", of: canada, number: 1)
        scene.line("L2", of: canada, number: 2)
        #expect(scene.given.finds(eachSignerHasItsLine) == ["SGN-06:several Q1 C1 CAN"])
    }

    @Test mutating func `two parties share a line`() {
        scene.line("L1", of: canada, number: 1)
        scene.line("L2", of: france, number: 1)
        #expect(scene.given.finds(eachSignerHasItsLine) == ["SGN-06:shared L1 L2"])
    }

    @Test mutating func `Colonel Cosgrave signs one line too low`() {
        scene.line("L1", of: canada, number: 1)
        let below = scene.line("L2", of: france, number: 2)
        scene.signature("S1", of: canada, on: below)
        #expect(scene.given.finds(eachSignerHasItsLine) == ["SGN-06:wrong_line S1 C1 CAN"])
    }

    @Test mutating func `a signature in a copy on no line`() {
        let line = scene.line("L1", of: canada, number: 1)
        let signature = scene.signature("S1", of: canada, on: line)
        #expect(scene.given.finds(eachSignerHasItsLine) == [])
        scene.given.change(signature) { $0.line = nil }
        #expect(scene.given.finds(eachSignerHasItsLine) == ["SGN-06:no_line S1 C1 CAN"])
    }

    @Test mutating func `the next is called while the one before has not signed`() {
        let first = scene.line("L1", of: canada, number: 1)
        scene.line("L2", of: france, number: 2)
        let waiting = scene.slot("Q1", of: canada, at: 1, called: "2025-10-25T10:00")
        scene.slot("Q2", of: france, at: 2, called: "2025-10-25T10:02")
        #expect(scene.given.finds(eachSignerHasItsLine) == ["SGN-06:unsigned Q2 Q1 C1 FRA"])
        var passed = scene
        passed.given.change(waiting) { $0.isPassedOver = true }
        #expect(passed.given.finds(eachSignerHasItsLine) == [])
        scene.signature("S1", of: canada, on: first)
        #expect(scene.given.finds(eachSignerHasItsLine) == [])
    }

    @Test mutating func `a signature asks again about its party and the one called after it`() {
        let first = scene.line("L1", of: canada, number: 1)
        scene.line("L2", of: france, number: 2)
        scene.slot("Q1", of: canada, at: 1, called: "2025-10-25T10:00")
        scene.slot("Q2", of: france, at: 2, called: "2025-10-25T10:02")
        let signature = scene.signature("S1", of: canada, on: first)
        _ = scene.party("LAO")
        #expect(scene.given.asksAgain(eachSignerHasItsLine, after: signature) { $0.line = nil } == ["SGN-06 CAN", "SGN-06 FRA"])
    }
}
