import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of the committee` {
    private let given = Given(kinds: committeeKinds)

    private func refusal<Record: Entity>(_ name: ActName, _ before: Record?, _ after: Record) -> String? {
        let rows = [before, after].map { record in record.map { Row($0, happened: .distantPast, sequence: 0) } }
        return committeeActs.first { $0.name == name }?.refusal(rows[0], rows[1]!, given.picture)?.code
    }

    private let submitted = Plan("DA-LT") {
        $0.status = .submitted
        $0.version = 2
    }

    private func approved(_ plan: Plan, _ change: (inout Plan) -> Void = { _ in }) -> Plan {
        var plan = plan
        plan.status = .inForce
        change(&plan)
        return plan
    }

    @Test func `a submitted plan is approved`() {
        #expect(refusal(.approvePlan, submitted, approved(submitted)) == nil)
    }

    @Test(arguments: [Plan.Status.superseded, .withdrawn]) func `a plan that is over cannot be approved`(status: Plan.Status) {
        var over = submitted
        over.status = status
        #expect(refusal(.approvePlan, over, approved(submitted)) == "plan_is_over")
    }

    @Test func `an approval puts the plan in force`() {
        #expect(refusal(.approvePlan, submitted, submitted) == "approval_without_force")
    }

    @Test func `an approval does not change the plan`() {
        #expect(refusal(.approvePlan, submitted, approved(submitted) { $0.version = 3 }) == "approval_changes_plan")
        #expect(refusal(.approvePlan, submitted, approved(submitted) { $0.textHash = "ab" }) == "approval_changes_plan")
    }

    private let asked = Escalation("ESC-1") {
        $0.question = "38 workshops for 36 places"
        $0.asks = .programme
    }

    private func answered(_ change: (inout Escalation) -> Void = { _ in }) -> Escalation {
        var escalation = asked
        escalation.answer = "Open two rooms"
        escalation.answered = hanoi("2025-10-14T09:30")
        escalation.answeredBy = ID(1)
        change(&escalation)
        return escalation
    }

    @Test func `an open question is answered`() {
        #expect(refusal(.answerEscalation, asked, answered()) == nil)
    }

    @Test func `there must be a question, answered once`() {
        #expect(refusal(.answerEscalation, nil, answered()) == "answer_without_question")
        #expect(refusal(.answerEscalation, answered(), answered()) == "already_answered")
    }

    @Test func `an answer says what, when and who`() {
        #expect(refusal(.answerEscalation, asked, answered { $0.answer = "" }) == "answer_incomplete")
        #expect(refusal(.answerEscalation, asked, answered { $0.answered = nil }) == "answer_incomplete")
        #expect(refusal(.answerEscalation, asked, answered { $0.answeredBy = nil }) == "answer_incomplete")
    }

    @Test func `the question stays what it was`() {
        #expect(refusal(.answerEscalation, asked, answered { $0.asks = .finance }) == "question_changed")
    }
}
