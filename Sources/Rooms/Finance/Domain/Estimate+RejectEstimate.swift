import Ledger
package import Rulebook

extension ActName {
    /// Rejecting a line of an estimate, approved or not.
    package static let rejectEstimate = ActName("reject_estimate")
}

package let rejectingEstimate = Act(
    .rejectEstimate, changes: Estimate.self, fills: [.words(\.status, .rejected), .field(\.approvedOn)],
    standing: .preparation, takenBackWithin: 60
) { estimate, _ throws(Refusal) in
    if estimate.status == .rejected { throw Refusal(FinanceRefusal.estimateNotToRefuse, [Fact("estimate", estimate.id)]) }
} decide: { estimate, _ throws(Refusal) in
    estimate.status = .rejected
    estimate.approvedBy = nil
    estimate.approvedOn = nil
}
