package import Ledger

/// The party or the body to whose records an account is limited: of all others nothing is named, counted or told.
///
/// What is whose is read from what records name: a badge names a person, the person a delegation, the delegation its party. A record
/// is the owner's own where it names the owner, or what is the owner's; whatever names something of another is the other's. What is
/// nobody's - the hall, the programme - is seen only where it is public.
package struct Scope: Hashable, Sendable {
    /// The records of the owners: a party, a body, or both.
    package let owners: Set<Reference>

    /// Nil where there is no owner: the account is not limited.
    package init?(_ owners: some Sequence<Reference>) {
        self.owners = Set(owners)
        guard !self.owners.isEmpty else { return nil }
    }

    /// Whose a record is.
    enum Belonging { case own, others, nobodys }

    /// Whether a record may be known within the scope.
    package func covers(_ row: any AnyRow, in picture: Picture) -> Bool {
        switch belonging(of: row, in: picture) {
        case .own: true
        case .others: false
        case .nobodys: row.classification == .public
        }
    }

    /// Whether a record is the owner's.
    package func owns(_ row: any AnyRow, in picture: Picture) -> Bool { belonging(of: row, in: picture) == .own }

    /// The records of a ceremony outside the scope.
    package func outside(in picture: Picture) -> [Reference] {
        var outside: [Reference] = []
        for kind in picture.register.kinds {
            picture[slot: kind.slot].forEach { if !covers($0, in: picture) { outside.append($0.reference) } }
        }
        return outside
    }

    func belonging(of row: any AnyRow, in picture: Picture) -> Belonging {
        guard !owners.contains(row.reference) else { return .own }
        let kinds = Set(owners.map(\.slot))
        guard !kinds.contains(row.slot) else { return .others }
        var met: Set<Reference> = [row.reference]
        var waiting: [any AnyRow] = [row]
        var isOwn = false
        var isAnothers = false
        while let next = waiting.popLast() {
            let named = picture.register.references(from: next)
            let direct = named.filter { kinds.contains($0.slot) }
            if direct.contains(where: owners.contains) {
                isOwn = true
            } else if !direct.isEmpty {
                // That a meeting with another party names it makes it no less one's own; that a badge's person is of another does.
                guard next.reference == row.reference else { return .others }
                isAnothers = true
            }
            for reference in named where !kinds.contains(reference.slot) && met.insert(reference).inserted {
                if let further = picture[reference] { waiting.append(further) }
            }
        }
        if isOwn { return .own }
        return isAnothers ? .others : .nobodys
    }
}
