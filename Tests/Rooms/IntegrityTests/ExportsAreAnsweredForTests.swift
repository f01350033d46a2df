import Committee
import Integrity
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `DAT-02 Exports are answered for` {
    private var given = Given(kinds: committeeKinds + integrityKinds)
    private let recipient: ID<Body>
    private let export: ID<Export>

    init() {
        let recipient = given.add(Body("UNODC"))
        let asking = given.add(Officer("LT-DESK"))
        let approving = given.add(Officer("BTK-HEAD"))
        export = given.add(
            Export("EX-1") {
                $0.people = 26
                $0.purpose = "registration desk of the United Nations"
                $0.recipient = recipient
                $0.askedBy = asking
                $0.approvedBy = approving
                $0.made = hanoi("2025-10-14T09:00")
                $0.expiresOn = day("2025-10-27")
            })
        self.recipient = recipient
    }

    @Test func `two persons, a purpose, a recipient and an expiry`() {
        #expect(given.finds(exportsAreAnsweredFor) == [])
    }

    @Test mutating func `all of it is missing`() {
        given.change(export) {
            $0 = Export("EX-1", id: $0.id.number)
            $0.holds = .documents
        }
        #expect(
            given.finds(exportsAreAnsweredFor) == [
                "DAT-02:expiry EX-1", "DAT-02:persons EX-1", "DAT-02:purpose EX-1", "DAT-02:recipient EX-1",
            ])
        #expect(given.slips(exportsAreAnsweredFor).first?.stops == [.export, .exportList])
    }

    @Test mutating func `a list of 25 people is left to the desk`() {
        given.change(export) {
            $0.people = 25
            $0.approvedBy = nil
        }
        #expect(given.finds(exportsAreAnsweredFor) == [])
    }

    @Test mutating func `a list of the house's own is answered for however short it is, and by two where it has numbers of documents`() {
        given.change(export) {
            $0.people = 1
            $0.listOf = "person"
            $0.approvedBy = nil
            $0.purpose = ""
        }
        #expect(given.finds(exportsAreAnsweredFor) == ["DAT-02:purpose EX-1"])
        given.change(export) { $0.hasDocumentNumbers = true }
        #expect(given.finds(exportsAreAnsweredFor) == ["DAT-02:persons EX-1", "DAT-02:purpose EX-1"])
        given.change(export) { $0.made = nil }
        #expect(given.finds(exportsAreAnsweredFor) == ["DAT-02:purpose EX-1"], "the second is still to come")
    }

    @Test mutating func `one person in two roles is one person`() {
        for officer in [ID<Officer>(1), ID<Officer>(2)] { given.change(officer) { $0.person = PersonReference(number: 7) } }
        #expect(given.finds(exportsAreAnsweredFor) == ["DAT-02:persons EX-1"])
    }

    @Test mutating func `the recipient no longer exists`() {
        given.change(recipient) { $0.validTo = day("2025-10-07") }
        #expect(given.finds(exportsAreAnsweredFor) == ["DAT-02:recipient EX-1"])
    }

    @Test mutating func `it had expired before it was made`() {
        given.change(export) { $0.expiresOn = day("2025-10-13") }
        #expect(given.finds(exportsAreAnsweredFor) == ["DAT-02:expiry EX-1"])
    }
}
