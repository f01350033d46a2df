import Addresses
package import Ledger
import Phrases
import Rulebook

/// Where a sheet of records is taken in: a file, or cells pasted out of a spreadsheet. Nothing is written unless all of it can be.
package struct TakePage: Sendable {
    package enum Outcome: Sendable {
        case asked
        /// What is wrong, a line for each place.
        case refused([String])
        case taken(entry: Int?, records: Int, unchanged: Int)
    }

    private let kind: Kind
    private let outcome: Outcome
    private let pasted: String
    private let reason: String
    private let formats: String
    private let reader: Reader

    /// - Parameters:
    ///   - pasted: what was pasted, which is not lost.
    ///   - reason: why it was sent, which is not lost either.
    ///   - formats: in which formats a file can be brought, as a reader is told.
    package init(_ kind: Kind, _ outcome: Outcome, pasted: String, reason: String, formats: String, for reader: Reader) {
        self.kind = kind
        self.outcome = outcome
        self.pasted = pasted
        self.reason = reason
        self.formats = formats
        self.reader = reader
    }

    package var page: Page {
        let many = reader.phrases("kind.\(kind.code).many")
        return Page(reader.phrases("take.title", [Fact("kind", many)]), isLive: false) { html in
            tell(&html)
            html.element(.p, reader.phrases("take.explain", [Fact("formats", formats)]))
            html.element(.p) { $0.element(.a, [.href(.packs)], reader.phrases("packs.several")) }
            html.element(.p, [.class("quiet")]) { html in
                html.text(reader.phrases("take.columns") + " ")
                for (place, column) in columns.enumerated() {
                    html.text(place == 0 ? "" : ", ")
                    html.element(.code, column.name)
                    html.text(" (\(reader.voice.field(column, of: kind)))")
                }
            }
            form(&html)
        }
    }

    private var columns: [Kind.Column] { kind.columns.filter { $0.shape.attachmentUse == nil && reader.sight.sees($0, of: kind) } }

    private func tell(_ html: inout HTML) {
        switch outcome {
        case .asked: break
        case .refused(let lines):
            html.element(.div, [.class("errors"), .role("alert")]) { html in
                html.element(.p, reader.phrases("take.refused", [Fact("count", lines.count)]))
                html.element(.ul) { html in for line in lines { html.element(.li, line) } }
            }
        case .taken(let entry, let records, let unchanged):
            html.element(.p, [.class("receipt"), .role("status")]) { html in
                html.text(reader.phrases("take.taken", [Fact("records", records), Fact("unchanged", unchanged)]) + " ")
                html.element(.a, [.href(.list(ListQuery(kind.file)))], reader.phrases("kind.\(kind.code).many"))
            }
            guard let entry else { return }
            html.element(.form, [.action(.undo(entry: entry)), .method(.post)]) { html in
                token(reader, &html)
                html.element(.button, [.type("submit"), .class("plain")], reader.phrases("record.undo"))
            }
        }
    }

    private func form(_ html: inout HTML) {
        html.element(.form, [.class("record"), .action(.take(file: kind.file)), .method(.post), .enctype("multipart/form-data")]) { html in
            token(reader, &html)
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("sheet")], reader.phrases("take.file", [Fact("formats", formats)]))
                html.void(.input, [.type("file"), .id("sheet"), .name("sheet")])
            }
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("pasted")], reader.phrases("take.pasted"))
                html.element(.textarea, [.id("pasted"), .name("pasted"), .rows(8)], pasted)
            }
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("reason")], reader.phrases("form.reason"))
                html.void(.input, [.type("text"), .id("reason"), .name("reason"), .value(reason), .autocomplete("off")])
            }
            html.element(.button, [.type("submit")], reader.phrases("take.submit"))
        }
    }
}
