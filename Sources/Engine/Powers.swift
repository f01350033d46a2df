package import Ledger
package import Rulebook

/// What somebody may do in one house: their rights, asked of that house's constitution.
package struct Powers: Sendable {
    package let rights: Rights
    private let constitution: Constitution

    package init(_ rights: Rights, in constitution: Constitution) {
        self.rights = rights
        self.constitution = constitution
    }

    package var audits: Bool { rights.audits }
    package var administers: Bool { rights.administers }
    package func sees(_ kind: Kind) -> Bool { constitution.shows(kind, to: rights) }
    package func sees(_ row: any AnyRow) -> Bool { rights.sees(row) && constitution.shows(row, to: rights) }
    package func sees(_ column: Kind.Column) -> Bool { rights.sees(column) }
    package func sees(_ slip: Slip, in picture: Picture) -> Bool { constitution.shows(slip, to: rights, in: picture) }
    package func changes(_ kind: Kind) -> Bool { constitution.lets(rights, change: kind) }
    /// Whether there is anything of such records that they could put right by a form.
    package func mends(_ kind: Kind) -> Bool {
        let closed = constitution.actOnly.closed(of: kind, as: nil)
        return changes(kind) && kind.columns.contains { !closed.contains($0.name) }
    }
    package func enters(_ kind: Kind) -> Bool { constitution.lets(rights, enter: kind) }
    package func does(_ act: Act) -> Bool { constitution.lets(rights, do: act) }
    package func tends(_ desk: String) -> Bool { constitution.lets(rights, tend: desk) }
}
