import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `CMD-07 Escalations are answered in time` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: committeeKinds)
    private let committee: ID<Body>
    private let subcommittee: ID<Body>
    private let escalation: ID<Escalation>

    init() {
        let committee = given.add(Body("BCD") { $0.decides = [.finance, .programme] })
        let subcommittee = given.add(Body("TB-ND") { $0.parent = committee })
        escalation = given.add(
            Escalation("ESC-1") {
                $0.from = subcommittee
                $0.to = committee
                $0.asks = .programme
                $0.question = "38 workshops for 36 places"
                $0.asked = hanoi("2025-10-13T17:00")
                $0.answerDue = hanoi("2025-10-15T17:00")
            })
        (self.committee, self.subcommittee) = (committee, subcommittee)
    }

    @Test func `its clock still runs`() {
        #expect(given.finds(escalationsAreAnsweredInTime) == [])
    }

    @Test mutating func `its clock has run out`() {
        given.change(escalation) { $0.answerDue = hanoi("2025-10-14T10:00") }
        #expect(given.finds(escalationsAreAnsweredInTime) == ["CMD-07:late ESC-1"])
    }

    @Test mutating func `an answer that came late is no longer a slip`() {
        given.change(escalation) {
            $0.answerDue = hanoi("2025-10-14T09:00")
            $0.answered = hanoi("2025-10-14T09:30")
        }
        #expect(given.finds(escalationsAreAnsweredInTime) == [])
    }

    @Test mutating func `it has neither clock nor authority`() {
        given.change(escalation) {
            $0.answerDue = nil
            $0.asks = .unstated
        }
        #expect(given.finds(escalationsAreAnsweredInTime) == ["CMD-07:no_authority ESC-1", "CMD-07:no_clock ESC-1"])
    }

    @Test mutating func `it is put to a body that may not decide`() {
        given.change(escalation) { $0.asks = .treaty }
        #expect(given.finds(escalationsAreAnsweredInTime) == ["CMD-07:authority ESC-1 BCD"])
        #expect(given.slips(escalationsAreAnsweredInTime).first?.stops == [.answerEscalation])
    }

    @Test mutating func `somebody of the asking body answers`() {
        let subcommittee = subcommittee
        let officer = given.add(Officer("ND-HEAD") { $0.body = subcommittee })
        given.change(escalation) {
            $0.answered = hanoi("2025-10-14T09:30")
            $0.answeredBy = officer
        }
        #expect(given.finds(escalationsAreAnsweredInTime) == ["CMD-07:answerer ESC-1 ND-HEAD"])
    }

    @Test mutating func `somebody above the body that was asked answers`() {
        let government = given.add(Body("PM"))
        let officer = given.add(Officer("PM-HEAD") { $0.body = government })
        given.change(committee) { $0.parent = government }
        given.change(escalation) {
            $0.answered = hanoi("2025-10-14T09:30")
            $0.answeredBy = officer
        }
        #expect(given.finds(escalationsAreAnsweredInTime) == [])
    }

    @Test mutating func `a body that loses its authority asks again about what was put to it`() {
        given.add(Escalation("ESC-2"))
        #expect(given.asksAgain(escalationsAreAnsweredInTime, after: committee) { $0.decides = [] } == ["CMD-07 ESC-1"])
    }
}
