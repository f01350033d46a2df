package import Rulebook
import Ledger

extension ActName {
    /// Approving a line of an estimate.
    package static let approveEstimate = ActName("approve_estimate")
    /// Paying against a line of an estimate.
    package static let pay = ActName("pay")
}

package let approvingEstimate = Act(.approveEstimate, writes: Estimate.self) { before, estimate, _ in
    if before?.status == .approved { return Refusal("estimate_already_approved", [Fact("estimate", estimate.id)]) }
    if estimate.body == nil { return Refusal("estimate_without_body", [Fact("estimate", estimate.id)]) }
    if estimate.amount <= 0 { return Refusal("estimate_without_amount", [Fact("estimate", estimate.id)]) }
    let isApproved = estimate.status == .approved && estimate.approvedBy != nil && estimate.approvedOn != nil
    return isApproved ? nil : Refusal("estimate_not_approved", [Fact("estimate", estimate.id)])
}

package let paying = Act(.pay, writes: Actual.self) { before, actual, picture in
    if before != nil { return Refusal("already_paid", [Fact("actual", actual.id)]) }
    if actual.amount <= 0 { return Refusal("payment_without_amount", [Fact("actual", actual.id)]) }
    if actual.paidOn == nil { return Refusal("payment_without_day", [Fact("actual", actual.id)]) }
    guard let estimate = actual.estimate.flatMap({ picture[$0] }) else {
        return Refusal("payment_without_estimate", [Fact("actual", actual.id)])
    }
    return estimate.body == actual.body ? nil : Refusal("payment_by_another_body", [Fact("estimate", estimate.id)])
}
