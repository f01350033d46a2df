package import Addresses
package import Ledger
import Rulebook

/// By what of people a list was asked for: that records are found by it, or come in its order, says what stands there, be the column shown or
/// not.
package struct Narrowing: Sendable {
    /// The columns by which it is filtered or ordered and that tell of people.
    package let columns: [Kind.Column]
    /// Those in which its words were looked for.
    package let searched: [Kind.Column]

    package init(_ query: ListQuery, of kind: Kind, for reader: Reader) {
        let telling = kind.columns.filter { $0.isSealed && reader.sight.sees($0, of: kind) }
        let asked = query.filters.map(\.column) + [query.order]
        columns = telling.filter { asked.contains($0.name) }
        searched = query.words.isEmpty ? [] : telling
    }

    /// Whether it tells of anybody.
    package var tells: Bool { !columns.isEmpty || !searched.isEmpty }

    /// The fields that it tells of.
    package var fields: [String] { columns.map(\.name) + searched.map(\.name).filter { name in !columns.contains { $0.name == name } } }

    /// How it is noted: `person ? · family_name`, with no word of what was looked for.
    package var text: String {
        (searched.isEmpty ? "" : " ?") + (columns.isEmpty ? "" : " · " + columns.map(\.name).joined(separator: ", "))
    }
}

extension ListModel {
    /// By what of people this list was asked for.
    package func narrowing(for reader: Reader) -> Narrowing { Narrowing(query, of: kind, for: reader) }
}
