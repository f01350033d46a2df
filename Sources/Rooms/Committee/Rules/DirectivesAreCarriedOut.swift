import Ledger
package import Rulebook

/// Every directive has a task for each addressee of the host, as lead or as coordinating body, and an answer by its due date.
///
/// A body that has been replaced is answered for by its successor. The tasks are asked for from the day after the directive
/// was issued; cancelled tasks do not count. International bodies are asked, not instructed: they need no task. An answer
/// that came late is no longer a slip.
///
/// Source: directives of 6 August, 13 and 15 October 2025, and Notice 557/TB-VPCP; Decree 30/2020/NĐ-CP on
/// the handling of documents.
package let directivesAreCarriedOut = Rule("CMD-06", .fix, about: Directive.self, finds: Found.self) { directive, see in
    if let issued = directive.issuedOn, see.isOver(issued) { lookForTasks(of: directive, see) }
    guard let due = directive.due, directive.answeredOn == nil, see.isOver(due) else { return }
    see.slip(
        on: directive.reference, variant: Found.answer, facts: [Fact("directive", directive.id), Fact("due", due)],
        since: see.start(of: due.adding(days: 1)), mend: .edit(directive.id, "answered_on"))
}

private enum Found: String, SlipVariant {
    case answer, task
}

private func lookForTasks(of directive: Directive, _ see: See) {
    let tasks = see.each(PlanTask.byDirective, directive.id).filter { $0.state != .cancelled }
    for addressee in directive.addressees.compactMap({ see[$0] }) where addressee.isOfHost {
        let line = see.successors(of: addressee.id)
        guard !tasks.contains(where: { task in task.takesPart.contains { line.contains($0) } }) else { continue }
        see.slip(
            on: directive.reference, addressee.reference, variant: Found.task,
            facts: [Fact("directive", directive.id), Fact("body", addressee.id)], mend: .add(PlanTask.self))
    }
}

extension PlanTask {
    /// Lead and coordinating bodies.
    fileprivate var takesPart: [ID<Body>] { (lead.map { [$0] } ?? []) + coordinating }
}
