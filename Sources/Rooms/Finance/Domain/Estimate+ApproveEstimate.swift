import Ledger
package import Rulebook

extension ActName {
    /// Approving a line of an estimate.
    package static let approveEstimate = ActName("approve_estimate")
}

package let approvingEstimate = Act(
    .approveEstimate, changes: Estimate.self, asks: [.must(\.approvedBy), .may(\.approvalReference)],
    fills: [.words(\.status, .approved), .field(\.approvedBy), .field(\.approvedOn)], takenBackWithin: 60
) { estimate, _ throws(Refusal) in
    let facts = [Fact("estimate", estimate.id)]
    if estimate.status == .approved { throw Refusal(FinanceRefusal.estimateAlreadyApproved, facts) }
    if estimate.body == nil { throw Refusal(FinanceRefusal.estimateWithoutBody, facts) }
    if estimate.amount <= 0 { throw Refusal(FinanceRefusal.estimateWithoutAmount, facts) }
} decide: { estimate, doing throws(Refusal) in
    estimate.status = .approved
    estimate.approvedOn = estimate.approvedOn ?? doing.day
}
