package import Addresses
package import Ledger
import Phrases
import Rulebook

/// Where the file of a field is sent: a photograph, a paper as it was scanned. It takes the place of what the field holds, which stays with the
/// record's history.
package struct AttachmentPage: Sendable {
    private let address: AttachmentAddress
    private let kind: Kind
    private let column: Kind.Column
    private let use: AttachmentUse
    /// What the field holds now, as it stands in the record; nothing where it is blank.
    private let held: String
    private let reason: String
    /// What is wrong with what was sent.
    private let problems: [String]
    private let reader: Reader

    /// Nil where the column holds no attachment.
    package init?(
        _ address: AttachmentAddress, _ kind: Kind, _ column: Kind.Column, held: Value, reason: String = "", problems: [String] = [],
        for reader: Reader
    ) {
        guard let use = column.shape.attachmentUse else { return nil }
        self.address = address
        self.kind = kind
        self.column = column
        self.use = use
        if case .text(let text) = held { self.held = text } else { self.held = "" }
        self.reason = reason
        self.problems = problems
        self.reader = reader
    }

    package var page: Page {
        let facts = [Fact("field", reader.voice.field(column, of: kind)), Fact("code", address.record.code)]
        return Page(reader.phrases("attachment.title", facts), isLive: false) { html in
            if !problems.isEmpty {
                html.element(.div, [.class("errors"), .role("alert"), .id("errors")]) { html in
                    html.element(.p, reader.phrases("form.not_saved"))
                    html.element(.ul) { html in for problem in problems { html.element(.li, problem) } }
                }
            }
            html.element(.p, reader.phrases("attachment.explain", limits))
            if !held.isEmpty {
                html.element(.p) { html in
                    html.text(reader.phrases("attachment.held") + " ")
                    html.element(
                        .a, [.href(.attachment(address))], reader.voice.value(.text(held), of: column, kind, in: reader.picture))
                }
            }
            form(&html)
        }
    }

    private var limits: [Fact] {
        [Fact("media", use.media.map { $0.rawValue.uppercased() }.joined(separator: ", ")), Fact("most", use.most >> 20)]
    }

    private func form(_ html: inout HTML) {
        html.element(.form, [.class("record"), .action(.attach(address)), .method(.post), .enctype("multipart/form-data")]) { html in
            token(reader, &html)
            html.void(.input, [.type("hidden"), .name("was"), .value(held)])
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("file")], reader.phrases("attachment.file", limits))
                html.void(
                    .input, [.type("file"), .id("file"), .name("file")] + (problems.isEmpty ? [] : [.aria(.describedby, "errors")]))
            }
            reasonLine("reason", reader.phrases("form.reason"), reason, &html)
            html.element(.div, [.class("buttons")]) { html in
                html.element(.button, [.type("submit"), .name("act"), .value("keep")], reader.phrases("attachment.keep"))
                html.element(.a, [.href(.record(address.record))], reader.phrases("form.leave"))
                if !held.isEmpty {
                    html.element(
                        .button, [.type("submit"), .class("plain danger"), .name("act"), .value("remove")],
                        reader.phrases("attachment.remove"))
                }
            }
        }
    }
}
