package import Ledger
import Phrases
import Rulebook

/// What becomes of a record, field by field: what stood there, and what stands there instead.
package struct Difference: Sendable {
    private let kind: Kind
    private let before: (any AnyRow)?
    private let after: (any AnyRow)?

    package init(_ kind: Kind, _ before: (any AnyRow)?, _ after: (any AnyRow)?) {
        self.kind = kind
        self.before = before
        self.after = after
    }

    package func write(_ reader: Reader, _ html: inout HTML) {
        guard let after else { return html.element(.p, reader.phrases("record.removed")) }
        html.element(.dl, [.class("changes")]) { html in
            for (place, column) in kind.columns.enumerated() where reader.sight.sees(column, of: kind) {
                let old = before?.value(place) ?? .absent
                guard old != after.value(place) else { continue }
                html.element(.dt, reader.voice.field(column, of: kind))
                html.element(.dd) { html in
                    if let before {
                        html.element(.del) { reader.write(before, place, of: kind, &$0) }
                        html.text(" → ")
                    }
                    html.element(.ins) { reader.write(after, place, of: kind, &$0) }
                }
            }
        }
    }
}
