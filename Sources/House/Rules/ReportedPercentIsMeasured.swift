import Committee
import Engine
import Ledger
package import Rulebook

/// A task's reported percent is at most ten points above what its measure gives, where it names one.
///
/// A task reported done counts as reported at a hundred. A measure with nothing to count yet says nothing, and neither does a
/// report below what is measured: modesty is no slip. Cancelled tasks are left alone.
///
/// Source: S72, London 2012, where the supplier's figures were believed until two weeks before the opening; field practice.
package let reportedPercentIsMeasured = Rule("CMD-04", .fix, about: PlanTask.self) { task, see in
    guard task.state != .cancelled, let measure = see[task.measure] else { return }
    let share = measured(measure.quantity, see)
    guard let percent = share.percent else { return }
    let reported = task.state == .done ? 100 : task.percent
    guard reported > percent + pointsAllowed else { return }
    see.slip(
        on: task.reference, measure.reference,
        facts: [
            Fact("task", task.id), Fact("reported", reported), Fact("measure", measure.id), Fact("percent", percent),
            Fact("done", share.done), Fact("total", share.total),
        ],
        mend: .edit(task.id, "percent"))
}

private let pointsAllowed = 10
