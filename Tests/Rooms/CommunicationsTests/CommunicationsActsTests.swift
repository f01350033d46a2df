import Communications
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Releasing to the press` {
    private let given = Given(kinds: communicationsKinds)

    private func refusal(_ before: PressRelease?, _ after: PressRelease) -> String? {
        let before = before.map { Row($0, happened: .distantPast, sequence: 0) }
        return communicationsActs.first?.refusal(before, Row(after, happened: .distantPast, sequence: 0), given.picture)?.code
    }

    private func release(_ change: (inout PressRelease) -> Void = { _ in }) -> PressRelease {
        PressRelease("TC-1") {
            $0.textVietnamese = "Lễ mở ký"
            $0.released = hanoi("2025-10-20T08:00")
            change(&$0)
        }
    }

    @Test func `a text goes out at a time`() {
        #expect(refusal(release { $0.released = nil }, release()) == nil)
    }

    @Test func `it goes out once, at a time, with a text`() {
        #expect(refusal(release(), release()) == "already_released")
        #expect(refusal(nil, release { $0.released = nil }) == "release_without_time")
        #expect(refusal(nil, release { $0.textVietnamese = "" }) == "release_empty")
    }
}
