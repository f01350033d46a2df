import Ledger
package import Rulebook

extension ActName {
    /// Another plan takes a plan's place.
    package static let supersedePlan = ActName("supersede_plan")
}

package let supersedingPlan = Act(
    .supersedePlan, changes: Plan.self, fills: [.words(\.status, .superseded)], standing: .preparation, takenBackWithin: 60
) { plan, _ throws(Refusal) in
    if plan.status == .superseded || plan.status == .withdrawn { throw Refusal(CommitteeRefusal.planIsOver, [Fact("plan", plan.id)]) }
    if plan.status != .inForce { throw Refusal(CommitteeRefusal.planNotInForce, [Fact("plan", plan.id)]) }
} decide: { plan, _ throws(Refusal) in
    plan.status = .superseded
}
