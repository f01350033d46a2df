extension Register {
    /// The records that a field names.
    public func references(in value: Value, _ shape: Shape) -> [Reference] {
        switch (value, shape) {
        case (.reference(let number), .reference(let target)): kind(target).map { [Reference(slot: $0.slot, number: number)] } ?? []
        case (.list(let items), .list(let inner)): items.flatMap { references(in: $0, inner) }
        default: []
        }
    }

    /// The records that a record names in its fields.
    public func references(from row: any AnyRow) -> [Reference] {
        guard let kind = kind(slot: row.slot) else { return [] }
        return kind.columns.enumerated().flatMap { references(in: row.value($0), $1.shape) }
    }
}
