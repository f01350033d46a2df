import Addresses
package import Ledger
import Phrases
import Rulebook

/// What was found by words in every kind, kind by kind.
package struct SearchPage: Sendable {
    /// Records of a kind that are shown; the list shows the rest.
    private static let shownOfKind = 10

    private let words: String
    private let found: [(kind: Kind, rows: [any AnyRow])]
    private let reader: Reader

    /// - Parameter texts: what is searched of a kind; nil where there is nothing.
    package init(_ words: String, for reader: Reader, texts: (Kind) -> SearchText?) {
        self.words = words
        self.reader = reader
        guard !words.folded.isEmpty else {
            found = []
            return
        }
        found = reader.picture.register.kinds.filter(reader.sight.sees).compactMap { kind in
            let table = reader.picture[slot: kind.slot]
            let rows = ListModel.matching(words, kind, reader, texts).compactMap { table[$0] }.filter { reader.sight.sees($0, of: kind) }
            return rows.isEmpty ? nil : (kind, rows)
        }
    }

    package var page: Page {
        Page(reader.phrases("search.title", [Fact("words", words)]), isLive: false) { html in
            let count = found.reduce(0) { $0 + $1.rows.count }
            html.element(.p, [.class("count"), .role("status")], reader.phrases("list.count", [Fact("count", count)]))
            for (kind, rows) in found { section(kind, rows, &html) }
        }
    }

    private func section(_ kind: Kind, _ rows: [any AnyRow], _ html: inout HTML) {
        html.element(.section) { html in
            html.element(.h2) { html in
                html.element(.a, [.href(.list(ListQuery(kind.file, words: words)))], reader.phrases("kind.\(kind.code).many"))
                html.text(" (\(reader.phrases.grouped(rows.count)))")
            }
            html.element(.ul) { html in
                for row in rows.prefix(SearchPage.shownOfKind) { html.element(.li) { reader.link(to: row.reference, &$0) } }
            }
        }
    }
}
