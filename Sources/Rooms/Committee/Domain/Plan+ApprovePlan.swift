import Ledger
package import Rulebook

extension ActName {
    /// A plan is approved and put in force.
    package static let approvePlan = ActName("approve_plan")
}

package let approvingPlan = Act(
    .approvePlan, changes: Plan.self, asks: [.may(\.approvedBy), .may(\.signedBy), .may(\.documentNumber), .may(\.documentSymbol)],
    fills: [.words(\.status, .inForce), .field(\.approvedVersion), .field(\.approvedOn)], takenBackWithin: 60
) { plan, _ throws(Refusal) in
    let facts = [Fact("plan", plan.id)]
    switch plan.status {
    case .superseded, .withdrawn: throw Refusal(CommitteeRefusal.planIsOver, facts)
    case .inForce where plan.approvedVersion == plan.version: throw Refusal(CommitteeRefusal.planInForceAlready, facts)
    case .inForce, .drafting, .submitted: break
    }
} decide: { plan, doing throws(Refusal) in
    let isSameText = plan.version == doing.before?.version && plan.textHash == doing.before?.textHash
    if !isSameText { throw Refusal(CommitteeRefusal.approvalChangesPlan, [Fact("plan", plan.id)]) }
    plan.status = .inForce
    plan.approvedBy = plan.approvedBy ?? plan.approver
    // The version that lay before whoever approves it, and no other.
    if plan.approvedVersion == doing.before?.approvedVersion { plan.approvedVersion = plan.version }
    if plan.approvedOn == doing.before?.approvedOn { plan.approvedOn = doing.day }
}
