import Ledger
package import Rulebook

/// A plan in force was approved by its approving authority, in this version, on a day.
///
/// The authority must have existed on that day. A new version of a plan in force needs a new approval. Drafts are left alone,
/// and so is the content.
///
/// Source: the master plan and the component plans asked for on 13 October 2025; Decree 30/2020/NĐ-CP.
package let plansInForceAreApproved = Rule("CMD-09", .stop, about: Plan.self, stops: [.approvePlan], finds: Found.self) { plan, see in
    guard plan.status == .inForce else { return }
    guard let approver = plan.approver else {
        see.slip(on: plan.reference, variant: Found.noApprover, facts: [Fact("plan", plan.id)], mend: .edit(plan.id, "approver"))
        return
    }
    if plan.approvedBy != approver {
        see.slip(
            on: plan.reference, variant: Found.approver, facts: [Fact("plan", plan.id), Fact("approver", approver)],
            mend: .edit(plan.id, "approved_by"))
    }
    if plan.approvedVersion != plan.version {
        see.slip(
            on: plan.reference, variant: Found.version,
            facts: [Fact("plan", plan.id), Fact("version", plan.version), Fact("approved", plan.approvedVersion ?? 0)],
            mend: .edit(plan.id, "approved_version"))
    }
    lookAtDay(of: plan, by: approver, see)
}

private enum Found: String, SlipVariant {
    case noApprover = "no_approver", approver, version, noDay = "no_day", approverGone = "approver_gone"
}

private func lookAtDay(of plan: Plan, by approver: ID<Body>, _ see: See) {
    guard let day = plan.approvedOn else {
        see.slip(on: plan.reference, variant: Found.noDay, facts: [Fact("plan", plan.id)], mend: .edit(plan.id, "approved_on"))
        return
    }
    guard let body = see[approver], !body.exists(on: day) else { return }
    see.slip(
        on: plan.reference, body.reference, variant: Found.approverGone,
        facts: [Fact("plan", plan.id), Fact("approver", approver), Fact("day", day)], mend: .edit(plan.id, "approver"))
}
