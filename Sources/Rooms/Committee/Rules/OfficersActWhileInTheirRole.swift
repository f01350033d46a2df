import Ledger
package import Rulebook

/// An officer's role is valid on each day on which it is used, and so is the body in which it is held.
///
/// Used means here: answering for a task from its start to its due date (for a finished one, on the day it was done), signing
/// a plan's approval, a report, a directive or a decision, chairing a meeting, answering an escalation. What officers do in
/// other rooms is refused there when it is done.
///
/// Source: the Ministry's committee of August 2025 was replaced on 8 October by the Prime Minister's.
package let officersActWhileInTheirRole = Rule("CMD-10", .fix, about: Officer.self) { officer, see in
    let body = see[officer.body]
    func look(at record: Reference, on days: [Day?], field: String) {
        for day in days.compactMap(\.self) where !(officer.isValid(on: day) && body?.exists(on: day) ?? true) {
            see.slip(
                on: officer.reference, record,
                facts: [Fact("officer", officer.id), Fact("record", .record(record)), Fact("day", day)],
                mend: .edit(record, field: field))
            return
        }
    }
    for task in see.each(PlanTask.byOfficer, officer.id) where task.state != .cancelled {
        look(at: task.reference, on: task.state == .done ? [task.doneOn ?? task.due] : [task.starts, task.due], field: "officer")
    }
    for plan in see.each(Plan.bySigner, officer.id) { look(at: plan.reference, on: [plan.approvedOn], field: "signed_by") }
    for report in see.each(Report.bySigner, officer.id) { look(at: report.reference, on: [report.filedOn], field: "signed_by") }
    for meeting in see.each(Meeting.byChair, officer.id) { look(at: meeting.reference, on: [meeting.starts?.day], field: "chair") }
    for directive in see.each(Directive.bySigner, officer.id) {
        look(at: directive.reference, on: [directive.issuedOn], field: "signed_by")
    }
    for decision in see.each(Decision.bySigner, officer.id) {
        look(at: decision.reference, on: [decision.decidedOn], field: "signed_by")
    }
    for escalation in see.each(Escalation.byAnswerer, officer.id) {
        look(at: escalation.reference, on: [escalation.answered?.day], field: "answered_by")
    }
}
