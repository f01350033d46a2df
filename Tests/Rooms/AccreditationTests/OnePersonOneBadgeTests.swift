import Accreditation
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-06 One person holds one active badge` {
    private var facts = AccreditationCase()

    @Test mutating func `a second badge is active`() {
        let person = facts.person
        facts.given.add(
            Badge("B2") {
                $0.person = person
                $0.state = .validated
                $0.isTemporary = true
            })
        #expect(facts.given.finds(onePersonOneBadge) == ["PTY-06:twice B B2"])
    }

    @Test mutating func `an earlier badge was revoked, and another is only prepared`() {
        let person = facts.person
        for (code, state) in [("B2", Badge.State.revoked), ("B3", .draft), ("B4", .lost)] {
            facts.given.add(
                Badge(code) {
                    $0.person = person
                    $0.state = state
                })
        }
        #expect(facts.given.finds(onePersonOneBadge) == [])
    }

    @Test mutating func `a delegate has applied as media too`() {
        let person = facts.person
        let media = facts.given.add(Category("MEDIA") { $0.group = .media })
        let second = facts.given.add(
            Application("A2") {
                $0.person = person
                $0.category = media
                $0.state = .submitted
            })
        #expect(facts.given.finds(onePersonOneBadge) == ["PTY-06:media B A2"])
        facts.given.change(second) { $0.state = .withdrawn }
        #expect(facts.given.finds(onePersonOneBadge) == [])
    }

    @Test mutating func `a second application of the same group is no second hat`() {
        let person = facts.person
        let category = facts.category
        facts.given.add(
            Application("A2") {
                $0.person = person
                $0.category = category
            })
        #expect(facts.given.finds(onePersonOneBadge) == [])
    }

    @Test mutating func `another person's badge asks nothing again about this one`() {
        let other = facts.given.add(Person("Q"))
        let second = facts.given.add(Badge("B2") { $0.person = other })
        #expect(facts.given.asksAgain(onePersonOneBadge, after: second) { $0.state = .printed } == ["PTY-06 B2"])
    }
}
