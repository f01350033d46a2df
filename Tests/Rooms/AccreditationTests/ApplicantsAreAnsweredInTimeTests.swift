import Accreditation
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-15 Applicants are answered in time` {
    private var facts = AccreditationCase()

    init() {
        facts.given.change(facts.application) {
            $0.state = .submitted
            $0.informationAsked = hanoi("2025-10-12T09:00")
        }
    }

    @Test mutating func `48 hours have passed without an answer`() {
        facts.given.now = hanoi("2025-10-14T09:00").instant
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == ["PTY-15:unanswered A"])
    }

    @Test mutating func `48 hours have not passed`() {
        facts.given.now = hanoi("2025-10-14T08:59").instant
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == [])
    }

    @Test mutating func `a reminder gives another 48 hours`() {
        facts.given.change(facts.application) { $0.chased = hanoi("2025-10-13T09:00") }
        facts.given.now = hanoi("2025-10-14T09:00").instant
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == [])
        facts.given.now = hanoi("2025-10-15T09:00").instant
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == ["PTY-15:unanswered A"])
    }

    @Test mutating func `an answer came, or the application was decided`() {
        facts.given.now = hanoi("2025-10-20T09:00").instant
        facts.given.change(facts.application) { $0.informationAnswered = hanoi("2025-10-13T09:00") }
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == [])
        facts.given.change(facts.application) {
            $0.informationAnswered = nil
            $0.state = .approved
        }
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == [])
    }

    @Test mutating func `an answer to an earlier question is none to this one`() {
        facts.given.now = hanoi("2025-10-20T09:00").instant
        facts.given.change(facts.application) { $0.informationAnswered = hanoi("2025-10-11T09:00") }
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == ["PTY-15:unanswered A"])
    }

    @Test mutating func `a refusal says neither why nor where to appeal`() {
        facts.given.change(facts.application) { $0.state = .refused }
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == ["PTY-15:appeal A", "PTY-15:reason A"])
        let contact = facts.given.add(Contact("APPEAL"))
        facts.given.change(facts.application) {
            $0.reasonClass = .notEligible
            $0.appealContact = contact
        }
        #expect(facts.given.finds(applicantsAreAnsweredInTime) == [])
    }
}
