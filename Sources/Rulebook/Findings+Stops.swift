public import Ledger

extension Findings {
    /// The stop slips that name the act and touch what it is about: the records it writes, those they name, and all of the kinds
    /// that it reaches. A slip that the draft mends does not stop it; one that it makes does. Waived slips stop nothing.
    public func stops(_ act: Act, _ changes: [Change], giving draft: Picture) -> [Slip] {
        guard rulebook.rules.contains(where: { $0.stops.contains(act.name) }) else { return [] }
        if let row = changes.first?.row, act.isFree(writing: row) { return [] }
        let verdict = judge(changes, giving: draft, for: act.name)
        var touched = Set(changes.map(\.reference))
        for change in changes { touched.formUnion(change.row.map { draft.register.references(from: $0) } ?? []) }
        let reached = Set(changes.first?.row.map { act.kindsReached(by: $0) } ?? [])
        let standing = slips.filter { slip in
            slip.stops.contains(act.name) && !verdict.replaces(slip)
                && slip.subjects.contains { touched.contains($0) || reached.contains($0.slot) }
        }
        let told = Set(verdict.slips.map(\.identity))
        return (verdict.slips + standing.filter { !told.contains($0.identity) }).filter { slip in
            slip.severity == .stop && slip.stops.contains(act.name) && draft.waiver(for: slip, at: now) == nil
        }
    }
}
