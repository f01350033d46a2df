package import Ledger
import Phrases
package import Rulebook

/// What an act would do, as far as the reader may know: the fields that change, and the slips that come and go.
package struct PreviewText: Sendable {
    /// A record as it stands and as it would: nil where it is not there.
    package typealias Alteration = (reference: Reference, before: (any AnyRow)?, after: (any AnyRow)?)

    private let changes: [Alteration]
    private let appeared: [Slip]
    private let gone: [Slip]
    private let isAll: Bool

    /// - Parameter isAll: whether nothing of it is told elsewhere on the page: then it says so where nothing changes.
    package init(_ changes: [Alteration], appeared: [Slip], gone: [Slip], isAll: Bool = true) {
        self.isAll = isAll
        self.changes = changes
        self.appeared = appeared
        self.gone = gone
    }

    /// Records and slips of which more is told by number alone.
    private static let mostTold = 40

    package func write(_ reader: Reader, _ html: inout HTML) {
        let seen = changes.filter { isSeen($0, reader) }
        guard isAll || !seen.isEmpty || !appeared.isEmpty || !gone.isEmpty else { return }
        html.element(.section, [.class("preview"), .aria(.labelledby, "preview")]) { html in
            html.element(.h2, [.id("preview")], reader.phrases("preview.title"))
            if seen.isEmpty { html.element(.p, reader.phrases("preview.nothing")) }
            for change in seen.prefix(PreviewText.mostTold) { write(change, reader, &html) }
            if seen.count > PreviewText.mostTold {
                html.element(.p, reader.phrases("preview.more", [Fact("count", seen.count - PreviewText.mostTold)]))
            }
            slips(appeared, "preview.appear", reader, &html)
            slips(gone, "preview.gone", reader, &html)
        }
    }

    private func isSeen(_ change: Alteration, _ reader: Reader) -> Bool {
        guard let kind = reader.picture.register.kind(slot: change.reference.slot), let row = change.before ?? change.after else {
            return false
        }
        return reader.sight.sees(kind) && reader.sight.sees(row, of: kind)
    }

    private func write(_ change: Alteration, _ reader: Reader, _ html: inout HTML) {
        guard let kind = reader.picture.register.kind(slot: change.reference.slot), let row = change.before ?? change.after else { return }
        let name = change.before == nil ? "\(row.code) (\(reader.phrases("preview.new")))" : reader.name(change.reference)
        html.element(.h3, "\(reader.phrases("kind.\(kind.code)")) \(name)")
        guard change.after != nil else { return html.element(.p, reader.phrases("preview.removed")) }
        Difference(kind, change.before, change.after).write(reader, &html)
    }

    private func slips(_ slips: [Slip], _ title: String, _ reader: Reader, _ html: inout HTML) {
        let seen = slips.filter { reader.sight.sees($0, in: reader.picture) }
        guard !seen.isEmpty else { return }
        html.element(.h3, reader.phrases(title))
        html.element(.ul) { html in
            for slip in seen.prefix(PreviewText.mostTold) {
                html.element(.li) { html in
                    html.element(.code, slip.rule)
                    html.text(" \(reader.explanation(of: slip))")
                }
            }
        }
    }
}
