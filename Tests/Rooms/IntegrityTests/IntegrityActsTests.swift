import Committee
import Integrity
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of the integrity desk` {
    private var given = Given(at: "2025-10-24T01:00:00Z", kinds: integrityKinds + [Kind(Officer.self)])
    private let claim: ID<Claim>

    init() {
        claim = given.add(Claim("CL-1"))
    }

    private func refusal(_ fill: (inout Correction) -> Void) -> String? {
        given.refusal(of: publishingCorrection, making: Correction.self, from: Reference(claim)) { correction in
            correction.textVietnamese = "Phiên khai mạc bắt đầu lúc 09:00"
            fill(&correction)
        }
    }

    @Test mutating func `publish a correction of a claim, once, with its text`() throws {
        let published = try given.made(publishingCorrection, Correction.self, from: Reference(claim)) { $0.textVietnamese = "09:00" }
        #expect(published.claim == claim && published.published == hanoi("2025-10-24T08:00"))
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.claim = ID(99) } == "correction_without_claim")
        #expect(refusal { $0.textVietnamese = "" } == "correction_incomplete")
        let id = given.add(published)
        #expect(given.refusal(of: publishingCorrection, to: id) == "already_published")
    }

    @Test mutating func `record what leaves the house, once, and about whom it is`() throws {
        let officer = given.add(Officer("OFFICER"))
        let made = try given.made(exporting, Export.self) { $0.people = 3 }
        #expect(made.askedBy == officer && made.approvedBy == nil)
        let told = hanoi("2025-10-23T08:00")
        #expect(
            try given.made(exporting, Export.self) {
                $0.people = 3
                $0.made = told
            }.made == told)
        #expect(made.made == hanoi("2025-10-24T08:00"))
        #expect(given.refusal(of: exporting, making: Export.self) { $0.people = 0 } == "export_of_nobody")
        let id = given.add(made)
        #expect(given.refusal(of: exporting, to: id) == "already_exported")
    }
}
