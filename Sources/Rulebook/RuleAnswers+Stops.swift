public import Ledger

extension RuleAnswers {
    /// The stop slips that name the act and touch what it is about: the records it writes, those they name, and all of the kinds
    /// that it reaches. A slip that the draft mends does not stop it; one that it makes does. Waived slips stop nothing. What of it is free
    /// is held back by none, and frees nothing else.
    public func stops(_ act: Act, _ changes: [Change], giving draft: Picture) -> [Slip] {
        guard rulebook.rules.contains(where: { $0.stops.contains(act.name) }) else { return [] }
        let free = Set(changes.filter { $0.row.map(act.isFree) ?? false }.map(\.reference))
        let held = changes.filter { !free.contains($0.reference) }
        guard free.isEmpty || held.contains(where: { $0.reference.slot == act.slot }) else { return [] }
        let verdict = judge(changes, giving: draft, for: act.name)
        var touched = Set(held.map(\.reference))
        for change in held { touched.formUnion(change.row.map { draft.register.references(from: $0) } ?? []) }
        let reached = Set(held.flatMap { $0.row.map { act.kindsReached(by: $0) } ?? [] })
        let standing = slips.filter { slip in
            slip.stops.contains(act.name) && !verdict.replaces(slip)
                && slip.subjects.contains { touched.contains($0) || reached.contains($0.slot) }
        }
        let made = verdict.slips.filter { slip in
            free.isEmpty || slip.subjects.contains { touched.contains($0) || reached.contains($0.slot) }
        }
        let told = Set(made.map(\.identity))
        return (made + standing.filter { !told.contains($0.identity) }).filter { slip in
            slip.severity == .stop && slip.stops.contains(act.name) && draft.waiver(for: slip, at: now) == nil
        }
    }
}
