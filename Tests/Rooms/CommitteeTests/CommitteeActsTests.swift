import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of the committee` {
    private var given = Given(at: "2025-10-14T02:30:00Z", kinds: committeeKinds)
    private let plan: ID<Plan>
    private let question: ID<Escalation>
    private let head: ID<Officer>

    init() {
        let body = given.add(Body("BCD"))
        head = given.add(Officer("HEAD") { $0.body = body })
        plan = given.add(
            Plan("DA-LT") {
                $0.status = .submitted
                $0.version = 2
                $0.approver = body
            })
        question = given.add(
            Escalation("ESC-1") {
                $0.question = "38 workshops for 36 places"
                $0.asks = .programme
            })
    }

    @Test func `approve the version of a plan that lies before whoever approves it`() throws {
        let approved = try given.done(approvingPlan, to: plan)
        #expect(approved.status == .inForce && approved.approvedVersion == 2 && approved.approvedOn == day("2025-10-14"))
        #expect(approved.approvedBy == approved.approver)
        let told = try given.done(approvingPlan, to: plan) { $0.approvedOn = day("2025-10-10") }
        #expect(told.approvedOn == day("2025-10-10"))
    }

    @Test(arguments: [Plan.Status.superseded, .withdrawn]) func `do not approve a plan that is over`(status: Plan.Status) {
        var over = given
        over.change(plan) { $0.status = status }
        #expect(over.refusal(of: approvingPlan, to: plan) == "plan_is_over")
        #expect(over.refusal(of: withdrawingPlan, to: plan) == "plan_is_over")
        #expect(over.refusal(of: supersedingPlan, to: plan) == "plan_is_over")
    }

    @Test mutating func `approve each version once`() throws {
        let approved = try given.done(approvingPlan, to: plan)
        given.change(plan) { $0 = approved }
        #expect(given.refusal(of: approvingPlan, to: plan) == "plan_in_force_already")
        given.change(plan) { $0.version = 3 }
        #expect(try given.done(approvingPlan, to: plan).approvedVersion == 3)
    }

    @Test mutating func `end a plan that is given up, or in whose place another has come`() throws {
        #expect(try given.done(withdrawingPlan, to: plan).status == .withdrawn)
        #expect(given.refusal(of: supersedingPlan, to: plan) == "plan_not_in_force")
        given.change(plan) { $0.status = .inForce }
        #expect(try given.done(supersedingPlan, to: plan).status == .superseded)
    }

    @Test mutating func `take a plan up again, without its approval`() throws {
        #expect(given.refusal(of: reopeningPlan, to: plan) == "plan_still_prepared")
        let approved = try given.done(approvingPlan, to: plan)
        given.change(plan) { $0 = approved }
        let reopened = try given.done(reopeningPlan, to: plan)
        #expect(reopened.status == .drafting && reopened.approvedBy == nil && reopened.approvedVersion == nil && reopened.approvedOn == nil)
    }

    @Test func `do not change a plan or a question in the stroke that decides it`() {
        #expect(given.refusal(of: approvingPlan, to: plan) { $0.version = 3 } == "approval_changes_plan")
        #expect(given.refusal(of: approvingPlan, to: plan) { $0.textHash = "ab" } == "approval_changes_plan")
        #expect(given.refusal(of: answeringEscalation, to: question, by: "HEAD") { $0.asks = .finance } == "question_changed")
    }

    @Test mutating func `take an answer back, so that another can be given`() throws {
        #expect(given.refusal(of: withdrawingAnswer, to: question) == "not_answered")
        let told = hanoi("2025-10-14T09:10")
        let answered = try given.done(answeringEscalation, to: question, by: "HEAD") {
            $0.answer = "Open two rooms"
            $0.answered = told
        }
        #expect(answered.answered == told)
        given.change(question) { $0 = answered }
        let open = try given.done(withdrawingAnswer, to: question)
        #expect(open.answered == nil && open.answeredBy == nil && open.answer.isEmpty)
    }

    @Test mutating func `answer an open question, once, by somebody who is known`() throws {
        let answered = try given.done(answeringEscalation, to: question, by: "HEAD") { $0.answer = "Open two rooms" }
        #expect(answered.answeredBy == head && answered.answered == hanoi("2025-10-14T09:30"))
        #expect(given.refusal(of: answeringEscalation, to: question, by: "NOBODY") { $0.answer = "Yes" } == "officer_unknown")
        given.change(question) { $0 = answered }
        #expect(given.refusal(of: answeringEscalation, to: question, by: "HEAD") == "already_answered")
    }
}
