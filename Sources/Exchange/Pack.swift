package import Ledger

/// A ceremony, or a part of one, as files: one table a kind, and perhaps a ``PackManifest``.
package struct Pack: Hashable, Sendable {
    /// What people call it: its folder's or its archive's name.
    package var name: String
    /// The files by their names. Those in folders of the pack are no part of it.
    package var files: [String: [UInt8]]

    package init(name: String, files: [String: [UInt8]]) {
        self.name = name
        self.files = files
    }
}

/// One version of one record, as a pack tells it.
package struct Version: Sendable {
    package let reference: Reference
    package let code: String
    package let happened: Instant
    /// What the record became; nil where it was removed.
    package let row: (any AnyRow)?

    package init(_ reference: Reference, code: String, happened: Instant, row: (any AnyRow)?) {
        self.reference = reference
        self.code = code
        self.happened = happened
        self.row = row
    }

    package init(_ row: any AnyRow) { self.init(row.reference, code: row.code, happened: row.happened, row: row) }

    package var change: Change { row.map { Change($0) } ?? Change(removing: reference) }
}

/// The two columns of a pack's tables that no kind lists.
package enum PackColumn {
    /// When the row became true: a day of the ceremony's zone, or an instant. Blank or missing, it is when the pack is read.
    package static let happened = "happened"
    /// Whether the record is taken away by this row.
    package static let removed = "removed"
    /// Of which copy of an export the row is. It is told of the file and means nothing of the record: read back, it is passed over.
    package static let copy = "export_copy"
}

/// What people may call columns and words besides their own spelling. The caller makes it of the phrases.
package struct Vocabulary: Sendable {
    /// The field (or `happened`, `removed`) that a folded header means in a table of the kind with that code.
    package let column: @Sendable (_ kind: String, _ header: String) -> String?
    /// What a word of a closed set is called, in every language.
    package let names: @Sendable (_ word: String) -> [String]

    package init(
        column: @escaping @Sendable (_ kind: String, _ header: String) -> String? = { _, _ in nil },
        names: @escaping @Sendable (_ word: String) -> [String] = { _ in [] }
    ) {
        self.column = column
        self.names = names
    }
}

extension Vocabulary {
    /// The field that a header means: its own name, however it is written, or what people call it.
    package func field(_ header: String, of kind: Kind) -> String? {
        let header = Shield.off(header)
        if isKnown(header, of: kind) { return header }
        let folded = header.folded
        let joined = folded.replacing(" ", with: "_")
        if isKnown(joined, of: kind) { return joined }
        return column(kind.code, folded).flatMap { isKnown($0, of: kind) ? $0 : nil }
    }

    private func isKnown(_ field: String, of kind: Kind) -> Bool {
        [PackColumn.happened, PackColumn.removed, PackColumn.copy].contains(field) || kind.place(of: field) != nil
    }
}
