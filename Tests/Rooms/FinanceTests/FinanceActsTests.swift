import Committee
import Finance
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Acts of the money desk are refused` {
    private var scene = FinanceScene()

    private func refusal<Record: Entity>(of act: Act, before: Record? = nil, _ record: Record) -> String? {
        let row = before.map { Row($0, happened: .distantPast, sequence: 1) }
        return act.refusal(row, Row(record, happened: .distantPast, sequence: 2), scene.given.picture)?.code
    }

    @Test func `to approve`() {
        var line = scene.given.picture[scene.line]!
        #expect(refusal(of: approvingEstimate, line) == "estimate_not_approved")
        line.status = .approved
        line.approvedBy = scene.body
        line.approvedOn = day("2025-10-14")
        #expect(refusal(of: approvingEstimate, line) == nil)
        #expect(refusal(of: approvingEstimate, before: line, line) == "estimate_already_approved")
        line.amount = 0
        #expect(refusal(of: approvingEstimate, line) == "estimate_without_amount")
        line.body = nil
        #expect(refusal(of: approvingEstimate, line) == "estimate_without_body")
    }

    @Test mutating func `to pay`() {
        let id = scene.pay("A1", 1_000_000)
        var actual = scene.given.picture[id]!
        #expect(refusal(of: paying, actual) == nil)
        #expect(refusal(of: paying, before: actual, actual) == "already_paid")
        actual.body = scene.given.add(Body("BCA"))
        #expect(refusal(of: paying, actual) == "payment_by_another_body")
        actual.estimate = nil
        #expect(refusal(of: paying, actual) == "payment_without_estimate")
        actual.paidOn = nil
        #expect(refusal(of: paying, actual) == "payment_without_day")
        actual.amount = 0
        #expect(refusal(of: paying, actual) == "payment_without_amount")
    }
}
