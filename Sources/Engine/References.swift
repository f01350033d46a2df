package import Ledger

extension Register {
    /// The records that a field names.
    package func references(in value: Value, _ shape: Shape) -> [Reference] {
        switch (value, shape) {
        case (.reference(let number), .reference(let target)): kind(target).map { [Reference(slot: $0.slot, number: number)] } ?? []
        case (.list(let items), .list(let inner)): items.flatMap { references(in: $0, inner) }
        default: []
        }
    }

    /// The records that a record names in its fields.
    package func references(from row: any AnyRow) -> [Reference] {
        guard let kind = kind(slot: row.slot) else { return [] }
        return kind.columns.enumerated().flatMap { references(in: row.value($0), $1.shape) }
    }

    /// A field's content as people and programs write it: other records by their codes, nothing for one that has none.
    package func written(_ value: Value, _ shape: Shape, code: (Reference) -> String?) -> JSON {
        switch (value, shape) {
        case (.reference, .reference): references(in: value, shape).first.flatMap(code).map { .text($0) } ?? .null
        case (.list(let items), .list(let inner)): .list(items.map { written($0, inner, code: code) })
        default: JSON(value)
        }
    }
}
