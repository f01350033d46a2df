package import Ledger

/// What it takes to make records as they were before an entry. Nothing is deleted: taking back is an entry of its own.
package struct TakingBack: Sendable {
    package let proposals: [ActRequest.Proposal]
    /// Records that somebody has changed since: taking back would undo their work too, and is not done.
    package let changedSince: [Reference]
    package init(_ entry: Int, _ alterations: [Alteration], in picture: Picture) {
        var proposals: [ActRequest.Proposal] = []
        var changed: [Reference] = []
        for alteration in alterations.reversed() {
            guard let kind = picture.register.kind(slot: alteration.reference.slot) else { continue }
            if picture[alteration.reference]?.sequence ?? entry != entry
                || (alteration.after != nil) != (picture[alteration.reference] != nil)
            {
                changed.append(alteration.reference)
            } else {
                proposals.append(TakingBack.proposal(alteration, kind))
            }
        }
        self.proposals = proposals
        changedSince = changed
    }

    private static func proposal(_ alteration: Alteration, _ kind: Kind) -> ActRequest.Proposal {
        guard let before = alteration.before else {
            return ActRequest.Proposal(kind: kind.code, code: alteration.after?.code ?? "", removes: true)
        }
        let columns = alteration.columns(of: kind).filter { kind.columns[$0].name != "code" }
        return ActRequest.Proposal(
            kind: kind.code, code: alteration.after?.code ?? before.code,
            values: columns.map { (kind.columns[$0].name, before.value($0)) })
    }
}
