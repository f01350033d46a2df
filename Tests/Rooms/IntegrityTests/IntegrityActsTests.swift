import Integrity
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of the integrity desk` {
    private var given = Given(kinds: integrityKinds)
    private let claim: ID<Claim>

    init() {
        claim = given.add(Claim("CL-1"))
    }

    private func refusal<Record: Entity>(_ name: ActName, _ before: Record?, _ after: Record) -> String? {
        let before = before.map { Row($0, happened: .distantPast, sequence: 0) }
        let after = Row(after, happened: .distantPast, sequence: 0)
        return integrityActs.first { $0.name == name }?.refusal(before, after, given.picture)?.code
    }

    private func correction(_ change: (inout Correction) -> Void = { _ in }) -> Correction {
        Correction("CC-1") {
            $0.claim = claim
            $0.textVietnamese = "Phiên khai mạc bắt đầu lúc 09:00"
            $0.published = hanoi("2025-10-24T08:00")
            change(&$0)
        }
    }

    @Test func `a correction of a claim is published`() {
        #expect(refusal(.publishCorrection, nil, correction()) == nil)
    }

    @Test func `it is published once, of a claim, with text and time`() {
        #expect(refusal(.publishCorrection, correction(), correction()) == "already_published")
        #expect(refusal(.publishCorrection, nil, correction { $0.claim = ID(99) }) == "correction_without_claim")
        #expect(refusal(.publishCorrection, nil, correction { $0.published = nil }) == "correction_incomplete")
        #expect(refusal(.publishCorrection, nil, correction { $0.textVietnamese = "" }) == "correction_incomplete")
    }

    private func export(_ change: (inout Export) -> Void = { _ in }) -> Export {
        Export("EX-1") {
            $0.people = 3
            $0.made = hanoi("2025-10-24T08:00")
            change(&$0)
        }
    }

    @Test func `a list is exported`() {
        #expect(refusal(.export, nil, export()) == nil)
    }

    @Test func `it leaves once, at a time, and is about somebody`() {
        #expect(refusal(.export, export(), export()) == "already_exported")
        #expect(refusal(.export, nil, export { $0.made = nil }) == "export_without_time")
        #expect(refusal(.export, nil, export { $0.people = 0 }) == "export_of_nobody")
    }
}
