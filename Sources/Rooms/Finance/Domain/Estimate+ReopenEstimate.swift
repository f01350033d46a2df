import Ledger
package import Rulebook

extension ActName {
    /// Taking a line of an estimate up again that was approved or rejected.
    package static let reopenEstimate = ActName("reopen_estimate")
}

package let reopeningEstimate = Act(.reopenEstimate, changes: Estimate.self, takenBackWithin: 60) { estimate, _ throws(Refusal) in
    if estimate.status != .approved && estimate.status != .rejected {
        throw Refusal(FinanceRefusal.estimateStillPrepared, [Fact("estimate", estimate.id)])
    }
} decide: { estimate, _ throws(Refusal) in
    estimate.status = .draft
    estimate.approvedBy = nil
    estimate.approvedOn = nil
}
