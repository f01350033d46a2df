package import Ledger

/// What it takes to make records as they were before an entry. Nothing is deleted: taking back is an entry of its own.
package struct TakingBack: Sendable {
    package let proposals: [ActRequest.Proposal]
    /// Records that somebody has changed since: taking back would undo their work too, and is not done.
    package let changedSince: [Reference]
    package init(_ entry: Int, _ alterations: [Alteration], in picture: Picture) {
        var proposals: [ActRequest.Proposal] = []
        // What was removed comes back under another number: what named it names it by its code.
        var gone: [Reference: String] = [:]
        for alteration in alterations where alteration.after == nil { gone[alteration.reference] = alteration.before?.code }
        var changed: [Reference] = []
        for alteration in alterations.reversed() {
            guard let kind = picture.register.kind(slot: alteration.reference.slot) else { continue }
            if picture[alteration.reference]?.sequence ?? entry != entry
                || (alteration.after != nil) != (picture[alteration.reference] != nil)
            {
                changed.append(alteration.reference)
            } else {
                proposals.append(TakingBack.proposal(alteration, kind, gone, picture))
            }
        }
        self.proposals = proposals
        changedSince = changed
    }

    private static func proposal(
        _ alteration: Alteration, _ kind: Kind, _ gone: [Reference: String], _ picture: Picture
    ) -> ActRequest.Proposal {
        guard let before = alteration.before else {
            var removal = ActRequest.Proposal(kind: kind.code, code: alteration.after?.code ?? "", removes: true)
            removal.expected = expected(alteration, kind)
            return removal
        }
        // What was blank of a record that is gone is blank again by itself, also to whoever may not see the field.
        let columns = alteration.columns(of: kind).filter { alteration.after != nil || before.value($0) != kind.blank($0) }
        var proposal = ActRequest.Proposal(kind: kind.code, code: alteration.after?.code ?? before.code)
        // Somebody may have given the code of what was removed to another record, or be changing this one at the same moment.
        proposal.isNew = alteration.after == nil
        proposal.expected = expected(alteration, kind)
        for place in columns {
            let column = kind.columns[place]
            let value = before.value(place)
            if picture.register.references(in: value, column.shape).contains(where: { gone[$0] != nil }) {
                let json = picture.register.written(value, column.shape) { gone[$0] ?? picture.code(of: $0) }
                proposal.contents.append((column.name, json))
            } else {
                proposal.values.append((column.name, value))
            }
        }
        return proposal
    }

    /// What the entry left in the record: whoever has changed it since comes first.
    private static func expected(_ alteration: Alteration, _ kind: Kind) -> [(column: String, value: Value)] {
        guard let after = alteration.after else { return [] }
        return kind.columns.enumerated().map { ($1.name, after.value($0)) }
    }
}
