import Ledger
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-11 The queue fits its session` {
    private var scene = SigningScene()

    private mutating func queue(_ signers: Int) {
        for position in 1...signers { scene.slot("Q\(position)", of: scene.party("P\(position)"), at: position) }
    }

    @Test mutating func `73 signers at a minute and a half fit two hours with ten minutes of margin, 74 do not`() {
        queue(73)
        #expect(scene.given.finds(queueFitsItsSession) == [])
        scene.slot("Q74", of: scene.party("P74"), at: 74)
        #expect(scene.given.finds(queueFitsItsSession) == ["SGN-11 T1 P-SIGN"])
    }

    @Test mutating func `an empty queue fits everything`() {
        scene.given.change(scene.table) { $0.marginMinutes = 500 }
        #expect(scene.given.finds(queueFitsItsSession) == [])
    }

    @Test mutating func `a call asks nothing again, since only their number matters`() {
        queue(3)
        #expect(scene.given.asksAgain(queueFitsItsSession, after: ID<SigningSlot>(2)) { $0.called = hanoi("2025-10-25T10:00") } == [])
    }
}
