import Accreditation
import Committee
import Ledger
import RulebookTesting
import Testing

@Suite struct `PTY-09 Three officers make a badge` {
    private var facts = AccreditationCase()

    @Test func `three people have had a hand in it`() {
        #expect(facts.given.finds(threeOfficersMakeABadge) == [])
    }

    @Test mutating func `who vetted has issued`() {
        let officer = facts.officers[1]
        facts.given.change(facts.badge) { $0.issuedBy = officer }
        #expect(facts.given.finds(threeOfficersMakeABadge) == ["PTY-09:same B"])
    }

    @Test mutating func `two officers are one person in two roles`() {
        facts.given.change(facts.officers[1]) { $0.person = PersonReference(number: 101) }
        #expect(facts.given.finds(threeOfficersMakeABadge) == ["PTY-09:same B"])
    }

    @Test mutating func `nobody says who issued it`() {
        facts.given.change(facts.badge) { $0.issuedBy = nil }
        #expect(facts.given.finds(threeOfficersMakeABadge) == ["PTY-09:unknown B"])
    }

    @Test mutating func `a badge that is only prepared has no issuer yet`() {
        facts.given.change(facts.badge) {
            $0.state = .draft
            $0.issuedBy = nil
        }
        #expect(facts.given.finds(threeOfficersMakeABadge) == [])
    }
}
