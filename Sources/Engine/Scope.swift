package import Ledger

/// The party or the body to whose records an account is limited: of all others nothing is named, counted or told.
///
/// What is whose is read from what records name: a badge names a person, the person a delegation, the delegation its party. What names another
/// owner and not one's own is the other's; what names both is known to both and written by neither within their scope; what names none is the
/// owner's where it hangs on something of the owner's, and another's as soon as it hangs on anything of another's. What is nobody's - the
/// hall, the programme - is seen only where it is public.
package struct Scope: Hashable, Sendable {
    /// The records of the owners: a party, a body, or both.
    package let owners: Set<Reference>

    /// Nil where there is no owner: the account is not limited.
    package init?(_ owners: some Sequence<Reference>) {
        self.owners = Set(owners)
        guard !self.owners.isEmpty else { return nil }
    }

    /// Whose a record is.
    enum Belonging { case own, shared, others, nobodys }

    /// Whether a record may be known within the scope.
    package func covers(_ row: any AnyRow, in picture: Picture) -> Bool {
        switch belonging(of: row, in: picture) {
        case .own, .shared: true
        case .others: false
        case .nobodys: row.classification == .public
        }
    }

    /// Whether a record is the owner's alone, so that it may be written within the scope.
    package func owns(_ row: any AnyRow, in picture: Picture) -> Bool { belonging(of: row, in: picture) == .own }

    /// Whether a record is the owner's, with others or alone.
    package func concerns(_ row: any AnyRow, in picture: Picture) -> Bool { [.own, .shared].contains(belonging(of: row, in: picture)) }

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
        let direct = picture.register.references(from: row).filter { kinds.contains($0.slot) }
        let isNamed = direct.contains(where: owners.contains)
        guard isNamed || direct.isEmpty else { return .others }
        var met: Set<Reference> = [row.reference]
        var waiting = further(from: row, kinds, picture, &met)
        var isOwn = isNamed
        while let next = waiting.popLast() {
            // Who answers for the hall does not own the badge that opens it: further on only what a record itself says counts.
            let named = names(of: next, in: picture).filter { kinds.contains($0.slot) }
            if named.contains(where: owners.contains) {
                isOwn = true
            } else if !named.isEmpty {
                return .others
            }
            waiting += further(from: next, kinds, picture, &met)
        }
        guard isOwn else { return .nobodys }
        return direct.allSatisfy(owners.contains) ? .own : .shared
    }

    /// The records that a record names beside the owners, each met once.
    private func further(from row: any AnyRow, _ kinds: Set<Int>, _ picture: Picture, _ met: inout Set<Reference>) -> [any AnyRow] {
        names(of: row, in: picture).compactMap { reference in
            !kinds.contains(reference.slot) && met.insert(reference).inserted ? picture[reference] : nil
        }
    }

    /// The records that a record names, but for the body that answers for it.
    private func names(of row: any AnyRow, in picture: Picture) -> [Reference] {
        guard let kind = picture.register.kind(slot: row.slot) else { return [] }
        return kind.columns.enumerated().flatMap { place, column in
            column.meaning == .owner ? [] : picture.register.references(in: row.value(place), column.shape)
        }
    }
}
