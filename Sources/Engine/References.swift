package import Ledger

extension Register {
    /// A field's content as people and programs write it: other records by their codes, nothing for one that has none.
    package func written(_ value: Value, _ shape: Shape, code: (Reference) -> String?) -> JSON {
        switch (value, shape) {
        case (.reference, .reference): references(in: value, shape).first.flatMap(code).map { .text($0) } ?? .null
        case (.list(let items), .list(let inner)): .list(items.map { written($0, inner, code: code) })
        default: JSON(value)
        }
    }
}
