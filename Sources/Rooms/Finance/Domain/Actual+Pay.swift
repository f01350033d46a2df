import Ledger
package import Rulebook

extension ActName {
    /// Paying against a line of an estimate.
    package static let pay = ActName("pay")
}

/// How much was paid, and for how many, is said and not taken from the estimate; nor is the estimate's approval that of what goes beyond it.
package let paying = Act(
    .pay, makes: Actual.self, from: [.record(Estimate.self) { actual, estimate, _ in actual.estimate = estimate.id }],
    asks: [.must(\.estimate), .must(\.amount), .may(\.persons), .may(\.days), .may(\.voucher), .may(\.approvalReference)],
    fills: [.field(\.body), .field(\.paidOn)], isOnlyWay: true
) { actual, doing throws(Refusal) in
    if actual.amount <= 0 { throw Refusal(FinanceRefusal.paymentWithoutAmount, [doing.named("actual", actual)]) }
    guard let estimate = actual.estimate.flatMap({ doing.picture[$0] }) else {
        throw Refusal(FinanceRefusal.paymentWithoutEstimate, [doing.named("actual", actual)])
    }
    actual.body = actual.body ?? estimate.body
    if actual.body != estimate.body { throw Refusal(FinanceRefusal.paymentByAnotherBody, [Fact("estimate", estimate.id)]) }
    actual.paidOn = actual.paidOn ?? doing.day
}
