import Ledger
package import Rulebook

/// No open task is past due, and none is sure to be: the work left and the tasks it waits for still fit before its due date.
///
/// A task's end is reckoned forward along its critical path: it starts today, on its start day, or on the day after the
/// latest open task it depends on ends, whichever comes last, and takes the part of its `work_days` that its reported
/// percent leaves; a task without an estimate takes one day. An end after the due date is negative slack. The rule trusts
/// the reported percent: whether that is true is CMD-04.
///
/// Source: field practice; critical path method. The Hanoi committee had 17 days.
package let openTasksAreInTime = Rule("CMD-03", .fix, about: PlanTask.self, finds: Found.self) { task, see in
    guard task.state == .open, let due = task.due else { return }
    if see.isOver(due) {
        see.slip(
            on: task.reference, variant: Found.overdue,
            facts: [Fact("task", task.id), Fact("due", due), Fact("days", Day.days(from: due, to: see.today))],
            since: see.start(of: due.adding(days: 1)), mend: .edit(task.id, "state"))
        return
    }
    var forecast = Forecast(see)
    let end = forecast.end(of: task)
    guard end > due else { return }
    let facts = [Fact("task", task.id), Fact("end", end), Fact("due", due), Fact("days", Day.days(from: due, to: end))]
    guard let last = forecast.lastAwaited(by: task), forecast.isHeldUp(task, by: last) else {
        see.slip(on: task.reference, variant: Found.slack, facts: facts, mend: .edit(task.id, "due"))
        return
    }
    see.slip(
        on: task.reference, last.reference, variant: Found.chain, facts: facts + [Fact("awaited", last.id)],
        mend: .edit(last.id, "due"))
}

private enum Found: String, SlipVariant {
    case overdue, slack, chain
}

/// When open tasks will end at the earliest.
private struct Forecast {
    let see: See
    private var ends: [ID<PlanTask>: Day] = [:]

    init(_ see: See) { self.see = see }

    mutating func end(of task: PlanTask) -> Day {
        if let known = ends[task.id] { return known }
        // In a circle (CMD-02) the task counts as ending on its due date.
        ends[task.id] = task.due ?? see.today
        let ready = lastAwaited(by: task).map { end(of: $0).adding(days: 1) }
        let last = start(of: task, ready: ready).adding(days: daysLeft(of: task) - 1)
        ends[task.id] = last
        return last
    }

    /// Of the open tasks that this one waits for, the one that ends last.
    mutating func lastAwaited(by task: PlanTask) -> PlanTask? {
        var last: (task: PlanTask, end: Day)?
        for awaited in task.dependsOn.compactMap({ see[$0] }) where awaited.state == .open {
            let awaitedEnd = end(of: awaited)
            if last.map({ awaitedEnd > $0.end }) ?? true { last = (awaited, awaitedEnd) }
        }
        return last?.task
    }

    /// Whether the task could begin earlier if it need not wait.
    mutating func isHeldUp(_ task: PlanTask, by awaited: PlanTask) -> Bool {
        end(of: awaited).adding(days: 1) > start(of: task, ready: nil)
    }

    private func start(of task: PlanTask, ready: Day?) -> Day {
        max(see.today, max(task.starts ?? see.today, ready ?? see.today))
    }

    private func daysLeft(of task: PlanTask) -> Int {
        let left = (task.workDays ?? 1) * (100 - min(max(task.percent, 0), 100))
        return max(1, (left + 99) / 100)
    }
}
