import Ledger
package import Rulebook

/// A task starts after what it depends on is due, and no tasks wait for one another in a circle.
///
/// Only open tasks are judged, and only what is still open is waited for: what is done or cancelled holds nobody up. A
/// circle is found once, at the oldest of its tasks. A task or dependency without dates is left to who plans it.
///
/// Source: field practice; precedence networks (critical path method).
package let tasksFollowWhatTheyDependOn = Rule("CMD-02", .fix, about: PlanTask.self, finds: Found.self) { task, see in
    guard task.state == .open else { return }
    for earlier in task.dependsOn.compactMap({ see[$0] }) where earlier.state == .open && earlier.id != task.id {
        guard let starts = task.starts, let due = earlier.due, starts <= due else { continue }
        see.slip(
            on: task.reference, earlier.reference, variant: Found.order,
            facts: [Fact("task", task.id), Fact("earlier", earlier.id), Fact("starts", starts), Fact("due", due)],
            mend: .edit(task.id, "starts"))
    }
    var seen: Set<ID<PlanTask>> = []
    guard let circle = wayBack(to: task.id, from: task.id, past: &seen, see) else { return }
    see.slip(
        on: task.reference, variant: Found.circle, facts: [Fact("circle", .records(circle.map { Reference($0) }))],
        mend: .edit(task.id, "depends_on"))
}

private enum Found: String, SlipVariant {
    case order, circle
}

/// The open tasks, from `id` on, by which the dependences lead back to `start`; none of them older than `start`.
private func wayBack(to start: ID<PlanTask>, from id: ID<PlanTask>, past seen: inout Set<ID<PlanTask>>, _ see: See) -> [ID<PlanTask>]? {
    guard let task = see[id], task.state == .open else { return nil }
    for next in task.dependsOn where next >= start {
        if next == start { return [id] }
        guard seen.insert(next).inserted else { continue }
        if let rest = wayBack(to: start, from: next, past: &seen, see) { return [id] + rest }
    }
    return nil
}
