import Ledger
package import Rulebook

/// Every task has a lead body that exists on the task's dates, and exactly one answerable officer of that body.
///
/// The officer may belong to a body under the lead: a department answers for its ministry. That the officer's own role is
/// valid on those days is CMD-10. Cancelled tasks are left alone. A field holds one officer, so that two cannot answer.
///
/// Source: assignment of tasks asked for on 13 October 2025 ("phân công nhiệm vụ rõ ràng"); the committee's bodies changed
/// between August and October 2025.
package let tasksHaveOneOwner = Rule("CMD-01", .fix, about: PlanTask.self, finds: Found.self) { task, see in
    guard task.state != .cancelled else { return }
    lookAtLead(of: task, see)
    lookAtOfficer(of: task, see)
}

private enum Found: String, SlipVariant {
    case noLead = "no_lead", leadGone = "lead_gone", noOfficer = "no_officer", officerElsewhere = "officer_elsewhere"
}

private func lookAtLead(of task: PlanTask, _ see: See) {
    guard let lead = see[task.lead] else {
        see.slip(on: task.reference, variant: Found.noLead, facts: [Fact("task", task.id)], mend: .edit(task.id, "lead"))
        return
    }
    guard let day = [task.starts, task.due].compactMap(\.self).first(where: { !lead.exists(on: $0) }) else { return }
    see.slip(
        on: task.reference, lead.reference, variant: Found.leadGone,
        facts: [Fact("task", task.id), Fact("body", lead.id), Fact("day", day)], mend: .edit(task.id, "lead"))
}

private func lookAtOfficer(of task: PlanTask, _ see: See) {
    guard let officer = see[task.officer] else {
        see.slip(on: task.reference, variant: Found.noOfficer, facts: [Fact("task", task.id)], mend: .edit(task.id, "officer"))
        return
    }
    guard let lead = task.lead, let body = officer.body, !see.body(body, isWithin: lead) else { return }
    see.slip(
        on: task.reference, officer.reference, variant: Found.officerElsewhere,
        facts: [Fact("task", task.id), Fact("officer", officer.id), Fact("lead", lead)], mend: .edit(task.id, "officer"))
}
