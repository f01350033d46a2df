package import Ledger

/// What of people was written to a page: which fields of which records, and never what stood there. Whatever writes a record's field to a page
/// says so to the page, so that nothing has to remember it; whoever hands the page out notes it first.
package struct Shown: Hashable, Sendable {
    /// Fields of one kind, and the codes of the records that they stood in.
    package struct Part: Hashable, Sendable {
        package let kind: String
        package fileprivate(set) var codes: Set<String> = []
        package fileprivate(set) var fields: Set<String> = []

        /// What was shown, as it is noted: a record by its name, several by how many they are.
        package var what: String { codes.count == 1 ? "\(kind)/\(codes.first ?? "")" : "\(kind) ×\(codes.count)" }
    }

    private var kinds: [String: Part] = [:]

    package init() {}

    /// All of it, kind by kind.
    package var parts: [Part] { kinds.values.sorted { $0.kind < $1.kind } }

    mutating func take(_ column: Kind.Column, of kind: Kind, _ code: String) {
        guard column.isPersonal else { return }
        var part = kinds[kind.code] ?? Part(kind: kind.code)
        part.codes.insert(code)
        part.fields.insert(column.name)
        kinds[kind.code] = part
    }

    /// All that was shown by another part of the page, too.
    mutating func add(_ other: Shown) {
        for (kind, part) in other.kinds {
            kinds[kind, default: Part(kind: kind)].codes.formUnion(part.codes)
            kinds[kind, default: Part(kind: kind)].fields.formUnion(part.fields)
        }
    }
}
