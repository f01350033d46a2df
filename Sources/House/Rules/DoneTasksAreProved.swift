import Committee
import Engine
import Ledger
package import Rulebook

/// A task reported done has evidence, or its measure is complete.
///
/// Reported done is a task in that state, or at a hundred percent. Evidence is any document or record named; what it says is not
/// judged. A measure with nothing to count is not complete.
///
/// Source: field practice; reports without evidence are the commonest finding of steering committees.
package let doneTasksAreProved = Rule("CMD-05", .fix, about: PlanTask.self, finds: Found.self) { task, see in
    guard task.state == .done || task.state == .open && task.percent >= 100 else { return }
    guard !task.evidence.contains(where: { !$0.isEmpty }) else { return }
    guard let measure = see[task.measure] else {
        see.slip(on: task.reference, variant: Found.evidence, facts: [Fact("task", task.id)], mend: .edit(task.id, "evidence"))
        return
    }
    let share = measured(measure.quantity, see)
    guard share.total == 0 || share.done < share.total else { return }
    see.slip(
        on: task.reference, measure.reference, variant: Found.measure,
        facts: [Fact("task", task.id), Fact("measure", measure.id), Fact("done", share.done), Fact("total", share.total)],
        mend: .edit(task.id, "evidence"))
}

private enum Found: String, SlipVariant {
    case evidence, measure
}
