import Ledger
package import Rulebook

extension ActName {
    /// Putting right what was recorded of a payment.
    package static let correctPayment = ActName("correct_payment")
}

/// Nothing is left of what came back in full, so the amount may be 0. Body and day may be put right too; the body follows the line.
package let correctingPayment = Act(
    .correctPayment, changes: Actual.self,
    asks: [.must(\.estimate), .must(\.amount), .may(\.persons), .may(\.days), .may(\.voucher), .may(\.approvalReference)],
    fills: [.field(\.body), .field(\.paidOn)], takenBackWithin: 15
) { actual, doing throws(Refusal) in
    if actual.amount < 0 { throw Refusal(FinanceRefusal.paymentBelowNothing, [doing.named("actual", actual)]) }
    guard let estimate = actual.estimate.flatMap({ doing.picture[$0] }) else {
        throw Refusal(FinanceRefusal.paymentWithoutEstimate, [doing.named("actual", actual)])
    }
    if actual.body == doing.before?.body { actual.body = estimate.body }
    if actual.body != estimate.body { throw Refusal(FinanceRefusal.paymentByAnotherBody, [Fact("estimate", estimate.id)]) }
}
