import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What stops the acts of the committee` {
    @Test(arguments: committeeStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: committeeRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: committeeRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(committeeStops.pairs == committeeRules.stopPairs)
    }
}

private let committeeStops = [
    StopCase(answeringEscalation, escalationsAreAnsweredInTime) { isMended in
        var given = Given(kinds: committeeKinds)
        let committee = given.add(Body("BCD") { $0.decides = isMended ? [.programme, .treaty] : [.programme] })
        given.add(Officer("HEAD") { $0.body = committee })
        let question = given.add(
            Escalation("ESC-1") {
                $0.to = committee
                $0.asks = .treaty
                $0.question = "A declaration at signature"
                $0.answerDue = hanoi("2025-10-15T17:00")
            })
        return try given.attempt(answeringEscalation, on: question, by: "HEAD") { $0.answer = "As proposed" }
    },
    StopCase(approvingPlan, plansInForceAreApproved) { isMended in
        var given = Given(kinds: committeeKinds)
        let committee = given.add(Body("BCD"))
        let secretariat = given.add(Body("BTK"))
        let plan = given.add(
            Plan("DA-LT") {
                $0.status = .submitted
                $0.version = 2
                $0.approver = committee
            })
        return try given.attempt(approvingPlan, on: plan) { $0.approvedBy = isMended ? committee : secretariat }
    },
]
