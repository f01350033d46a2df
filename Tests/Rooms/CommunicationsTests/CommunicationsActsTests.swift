import Communications
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Releasing to the press` {
    private var given = Given(at: "2025-10-20T01:00:00Z", kinds: communicationsKinds)

    private mutating func release(_ text: String) -> ID<PressRelease> {
        given.add(PressRelease("TC-1") { $0.textVietnamese = text })
    }

    @Test mutating func `sends a text out at the time of the act, once`() throws {
        let id = release("Lễ mở ký")
        let released = try given.done(releasingPress, to: id)
        #expect(released.released == hanoi("2025-10-20T08:00"))
        given.change(id) { $0 = released }
        #expect(given.refusal(of: releasingPress, to: id) == "already_released")
    }

    @Test mutating func `sends nothing that is empty`() {
        let empty = release("")
        #expect(given.refusal(of: releasingPress, to: empty) == "release_empty")
    }
}
