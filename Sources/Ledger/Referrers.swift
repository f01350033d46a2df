/// A column in which records of one kind may name those of another.
public struct NamingColumn: Hashable, Sendable {
    /// The kind that has the column.
    public let slot: Int
    /// Where it stands among the kind's columns.
    public let place: Int
    /// Which of the kind's columns that name records it is.
    let link: Int
}

/// Who names a record. It is kept by the tables with each change, so that to ask costs no more than the answer is long.
extension Picture {
    /// The numbers of the records that name this one in a column.
    public func referrers(of target: Reference, in column: NamingColumn) -> Numbers {
        note(column.slot)
        return tables[column.slot].namers(column.link, of: target.number)
    }

    /// Every record that names this one in a field, but for itself, in the order of kinds and numbers.
    public func referrers(of target: Reference) -> [Reference] {
        var found: [Reference] = []
        var numbers: Set<UInt32> = []
        let columns = register.columns(naming: target.slot)
        for (place, column) in columns.enumerated() {
            numbers.formUnion(referrers(of: target, in: column))
            // A kind's columns stand together.
            guard place + 1 == columns.count || columns[place + 1].slot != column.slot else { continue }
            found += numbers.sorted().map { Reference(slot: column.slot, number: $0) }.filter { $0 != target }
            numbers = []
        }
        return found
    }

    /// The first of them.
    public func firstReferrer(of target: Reference) -> Reference? {
        var first: Reference?
        for column in register.columns(naming: target.slot) {
            if let first, first.slot < column.slot { return first }
            let others = referrers(of: target, in: column).lazy.map { Reference(slot: column.slot, number: $0) }
            guard let lowest = others.first(where: { $0 != target }) else { continue }
            first = min(first ?? lowest, lowest)
        }
        return first
    }
}
