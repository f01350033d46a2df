import Ledger
package import Rulebook

extension ActName {
    /// Taking a plan up again that was in force or over.
    package static let reopenPlan = ActName("reopen_plan")
}

/// Its approval no longer counts: what is taken up again is drafted and approved anew.
package let reopeningPlan = Act(.reopenPlan, changes: Plan.self, takenBackWithin: 60) { plan, _ throws(Refusal) in
    if plan.status == .drafting || plan.status == .submitted {
        throw Refusal(CommitteeRefusal.planStillPrepared, [Fact("plan", plan.id)])
    }
} decide: { plan, _ throws(Refusal) in
    plan.status = .drafting
    plan.approvedBy = nil
    plan.approvedVersion = nil
    plan.approvedOn = nil
}
