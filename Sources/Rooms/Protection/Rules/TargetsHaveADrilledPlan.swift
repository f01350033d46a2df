package import Rulebook
import Ledger

/// Every target has a protection plan that was approved, and drilled since it was last changed.
///
/// The plan is due fourteen days before the target is first protected, its approval seven days before, and a passed drill the day
/// before. Approval and drill count for the version they name: a plan that was changed is approved and drilled again. Where a target
/// has several plans, the last version counts.
///
/// Source: Hanoi 2025 was protected at the level of heads of State (vietnam.vn, 2025); guidelines of the U.S. Department of
/// Justice, "Planning and Managing Security for Major Special Events", 2007; the days are an assumption of this house.
package let targetsHaveADrilledPlan = Rule("SEC-08", .fix, about: Target.self, finds: Found.self) { target, see in
    func isDue(daysBefore days: Int) -> Bool { see.hasBegun(target.protectedFrom.adding(days: -days)) }
    guard let plan = see.each(ProtectionPlan.byTarget, target.id).max(by: { $0.version < $1.version }) else {
        guard isDue(daysBefore: 14) else { return }
        see.slip(
            on: target.reference, variant: Found.missing, facts: [Fact("target", target.id), Fact("from", target.protectedFrom)],
            mend: .add(ProtectionPlan.self))
        return
    }
    let facts = [Fact("target", target.id), Fact("plan", plan.id), Fact("version", plan.version)]
    if plan.approvedBy == nil || plan.approvedVersion != plan.version, isDue(daysBefore: 7) {
        see.slip(on: target.reference, plan.reference, variant: Found.unapproved, facts: facts, mend: .edit(plan.id, "approved_version"))
    }
    let isDrilled = see.each(Drill.byPlan, plan.id).contains { $0.isPassed && $0.version == plan.version }
    if !isDrilled, isDue(daysBefore: 1) {
        see.slip(on: target.reference, plan.reference, variant: Found.undrilled, facts: facts, mend: .add(Drill.self))
    }
}

private enum Found: String, SlipVariant {
    case missing, unapproved, undrilled
}
