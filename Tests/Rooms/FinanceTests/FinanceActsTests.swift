import Committee
import Finance
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of the money desk` {
    private var scene = FinanceScene()

    @Test mutating func `approve a line of a body with an amount, and note the day`() throws {
        let (line, body) = (scene.line, scene.body)
        scene.given.change(line) {
            $0.status = .submitted
            $0.amount = 1_000_000
        }
        let approved = try scene.given.done(approvingEstimate, to: line) { $0.approvedBy = body }
        #expect(approved.status == .approved && approved.approvedOn != nil && approved.approvedBy == body)
        var spoilt = scene
        spoilt.given.change(line) { $0 = approved }
        #expect(spoilt.given.refusal(of: approvingEstimate, to: line) == "estimate_already_approved")
        let rejected = try spoilt.given.done(rejectingEstimate, to: line)
        #expect(rejected.status == .rejected && rejected.approvedOn == nil)
        spoilt.given.change(line) { $0 = rejected }
        #expect(spoilt.given.refusal(of: rejectingEstimate, to: line) == "estimate_not_to_refuse")
        scene.given.change(line) { $0.amount = 0 }
        #expect(scene.given.refusal(of: approvingEstimate, to: line) == "estimate_without_amount")
        scene.given.change(line) { $0.body = nil }
        #expect(scene.given.refusal(of: approvingEstimate, to: line) == "estimate_without_body")
    }

    @Test mutating func `pay what was estimated, by the body whose line it is`() throws {
        let line = scene.line
        scene.given.change(line) { $0.amount = 2_000_000 }
        let paid = try scene.given.made(paying, Actual.self, from: Reference(line)) { $0.amount = 2_000_000 }
        #expect(paid.amount == 2_000_000 && paid.body == scene.body && paid.estimate == line && paid.paidOn != nil)
        let other = scene.given.add(Body("BCA"))
        func refusal(_ fill: (inout Actual) -> Void) -> String? {
            scene.given.refusal(of: paying, making: Actual.self, from: Reference(line)) { actual in
                actual.amount = 2_000_000
                fill(&actual)
            }
        }
        #expect(refusal { $0.body = other } == "payment_by_another_body")
        #expect(refusal { $0.estimate = nil } == "payment_without_estimate")
        #expect(refusal { $0.amount = 0 } == "payment_without_amount")
    }

    @Test mutating func `pay beyond an approved estimate only where that is approved too`() throws {
        scene.given.change(scene.line) { $0.approvalReference = "2222/QD" }
        let paid = try scene.given.made(paying, Actual.self, from: Reference(scene.line)) { $0.amount = 30_000_000 }
        #expect(paid.approvalReference.isEmpty)
        scene.given.add(paid)
        #expect(scene.given.finds(spendingKeepsToItsNorm).count == 1)
    }

    @Test mutating func `correct a payment, down to nothing, with the body of its line`() throws {
        let id = scene.pay("A1", 9_000_000)
        #expect(try scene.given.done(correctingPayment, to: id) { $0.amount = 0 }.amount == 0)
        let told = day("2025-10-20")
        #expect(try scene.given.done(correctingPayment, to: id) { $0.paidOn = told }.paidOn == told)
        let other = scene.given.add(Body("BCA"))
        let line = scene.given.add(Estimate("E2") { $0.body = other })
        #expect(try scene.given.done(correctingPayment, to: id) { $0.estimate = line }.body == other)
        #expect(scene.given.refusal(of: correctingPayment, to: id) { $0.amount = -1 } == "payment_below_nothing")
        #expect(scene.given.refusal(of: correctingPayment, to: id) { $0.estimate = nil } == "payment_without_estimate")
        #expect(scene.given.refusal(of: correctingPayment, to: id) { $0.body = other } == "payment_by_another_body")
    }

    @Test mutating func `take a line up again that was approved or rejected`() throws {
        let (line, body) = (scene.line, scene.body)
        #expect(scene.given.refusal(of: reopeningEstimate, to: line) == "estimate_still_prepared")
        let approved = try scene.given.done(approvingEstimate, to: line) { $0.approvedBy = body }
        scene.given.change(line) { $0 = approved }
        let reopened = try scene.given.done(reopeningEstimate, to: line)
        #expect(reopened.status == .draft && reopened.approvedBy == nil && reopened.approvedOn == nil)
    }
}
