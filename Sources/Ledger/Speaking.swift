/// Whom what is said of a change may speak of: a reason is a free text, and tells of people whatever it was meant for.
extension Picture {
    /// The people whom a record is about, or whom it names; of what it speaks of by its name also those at second hand: what is said of a slip
    /// about a badge may tell of whoever wears it.
    public func subjects(of row: any AnyRow) -> Set<UInt32> {
        var found = named(by: row)
        for name in row.spokenOf { if let spoken = self.row(named: name) { found.formUnion(reached(from: spoken)) } }
        return found
    }

    /// The people to whom a record leads from name to name, the first on each way.
    private func reached(from start: any AnyRow) -> Set<UInt32> {
        var found: Set<UInt32> = []
        var known: Set<Reference> = [start.reference]
        var open = [start]
        while let row = open.popLast() {
            found.formUnion(named(by: row))
            guard row.slot != register.people?.slot else { continue }
            for reference in register.references(from: row) where reference.slot != register.people?.slot {
                if known.insert(reference).inserted, let next = self[reference] { open.append(next) }
            }
        }
        return found
    }

    private func named(by row: any AnyRow) -> Set<UInt32> {
        var found = Set([row.dataSubject].compactMap { $0 }.filter { $0 != 0 })
        guard let people = register.people else { return found }
        if row.slot == people.slot { found.insert(row.number) }
        for reference in register.references(from: row) where reference.slot == people.slot { found.insert(reference.number) }
        return found
    }

    /// The record that bears such a name, `person/P-1`.
    private func row(named name: String) -> (any AnyRow)? {
        let parts = name.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let slot = register.kind(String(parts[0]))?.slot, let number = self[slot: slot].number(of: String(parts[1]))
        else { return nil }
        return self[Reference(slot: slot, number: number)]
    }

    /// Under whose keys what is said of these changes lies, before and after them, and of what else was named: those of the people, and of
    /// a record that may become somebody's its own.
    public func owners(of changes: [Change], naming named: [Reference] = []) -> Set<KeyOwner> {
        var owners: Set<KeyOwner> = []
        let rows = changes.flatMap { [self[$0.reference], $0.row] } + named.map { self[$0] }
        for row in rows.compactMap({ $0 }) {
            for subject in subjects(of: row) { owners.insert(KeyOwner(saidOf: subject)) }
            guard row.dataSubject ?? 0 == 0, let kind = register.kind(slot: row.slot), kind.seals else { continue }
            owners.insert(KeyOwner(kind: kind.code, number: row.number, dataSubject: 0))
        }
        return owners
    }

    /// Whether what is sealed of a record goes with these people.
    public func goes(_ row: any AnyRow, with erased: Set<UInt32>) -> Bool {
        if let subject = row.dataSubject, erased.contains(subject) { return true }
        return !row.spokenOf.isEmpty && !subjects(of: row).isDisjoint(with: erased)
    }
}
