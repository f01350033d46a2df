import Ledger
package import Rulebook

extension ActName {
    /// A plan is given up.
    package static let withdrawPlan = ActName("withdraw_plan")
}

package let withdrawingPlan = Act(
    .withdrawPlan, changes: Plan.self, fills: [.words(\.status, .withdrawn)], standing: .preparation, takenBackWithin: 60
) { plan, _ throws(Refusal) in
    if plan.status == .superseded || plan.status == .withdrawn { throw Refusal(CommitteeRefusal.planIsOver, [Fact("plan", plan.id)]) }
} decide: { plan, _ throws(Refusal) in
    plan.status = .withdrawn
}
