import Addresses
package import Ledger
import Phrases
import Rulebook

/// The form of a record: one field for each column that the reader may see, with what was wrong beside it. Nothing that was typed is
/// lost on an error, and where somebody else changed a field meanwhile both contents are shown.
package struct RecordForm: Sendable {
    /// Where the form is sent and what it began from.
    package enum Purpose: Hashable, Sendable {
        case new
        case edit(code: String)
    }

    package let kind: Kind
    package let purpose: Purpose
    /// What stands in each field, by the column's name.
    package var texts: [String: String]
    /// What stood in each field when the form was first shown: what differs from it is what the reader changed.
    package var before: [String: String]
    /// What is wrong with a field, in the reader's language.
    package var problems: [String: String] = [:]
    /// What somebody else has written into a field meanwhile.
    package var theirs: [String: String] = [:]
    /// What is wrong with the whole, a line each.
    package var complaints: [String] = []
    /// The columns that acts alone write: they are not asked for here.
    package var closed: Set<String> = []
    /// The words of a column that acts alone set.
    package var withheld: [String: Set<String>] = [:]
    /// Whether preparation may take such records away: a signature comes and goes by acts alone.
    package var mayPrepare = true
    package var reason = ""

    package init(_ kind: Kind, _ purpose: Purpose, texts: [String: String]) {
        self.kind = kind
        self.purpose = purpose
        self.texts = texts
        before = texts
    }

    package func page(for reader: Reader) -> Page {
        Page(title(reader), isLive: false) { html in
            if !complaints.isEmpty || !problems.isEmpty || !theirs.isEmpty { summary(reader, &html) }
            html.element(.form, [.class("record"), .action(target), .method(.post)]) { html in
                token(reader, &html)
                for column in columns(reader) {
                    FormField(
                        column, of: kind, text: texts[column.name] ?? "", before: before[column.name] ?? "",
                        problem: problems[column.name], theirs: theirs[column.name], without: withheld[column.name] ?? [], in: record
                    ).write(reader, &html)
                }
                reasonLine("reason", reader.phrases("form.reason"), reason, &html)
                html.element(.div, [.class("buttons")]) { html in
                    html.element(.button, [.type("submit"), .name("act"), .value("save")], reader.phrases("form.save"))
                    html.element(.a, [.href(back)], reader.phrases("form.leave"))
                    if case .edit = purpose, mayPrepare {
                        html.element(
                            .button, [.type("submit"), .class("plain danger"), .name("act"), .value("remove")],
                            reader.phrases("form.remove"))
                    }
                }
            }
        }
    }

    private func title(_ reader: Reader) -> String {
        switch purpose {
        case .new: reader.phrases("form.new", [Fact("kind", reader.phrases("kind.\(kind.code)"))])
        case .edit(let code): reader.phrases("form.edit", [Fact("kind", reader.phrases("kind.\(kind.code)")), Fact("code", code)])
        }
    }

    private var record: (kind: Kind, code: String)? { if case .edit(let code) = purpose { (kind, code) } else { nil } }

    private var target: Address {
        switch purpose {
        case .new: .new(file: kind.file)
        case .edit(let code): .edit(RecordAddress(kind.file, code))
        }
    }

    private var back: Address {
        switch purpose {
        case .new: .list(ListQuery(kind.file))
        case .edit(let code): .record(RecordAddress(kind.file, code))
        }
    }

    /// Of a record that is there the code stays; all else that the reader may see can be changed.
    private func columns(_ reader: Reader) -> [Kind.Column] {
        let seen = kind.columns.filter { column in
            if case .edit = purpose, column.isCode { return false }
            if closed.contains(column.name) || column.shape.attachmentUse != nil { return false }
            return reader.sight.sees(column, of: kind)
        }
        // What every record carries comes last: what this one is about is what people came for.
        return seen.filter { !$0.isCommon } + seen.filter(\.isCommon)
    }

    private func summary(_ reader: Reader, _ html: inout HTML) {
        html.element(.div, [.class("errors"), .role("alert"), .id("errors")]) { html in
            html.element(.p, reader.phrases("form.not_saved"))
            html.element(.ul) { html in
                for complaint in complaints { html.element(.li, complaint) }
                for column in kind.columns where problems[column.name] != nil || theirs[column.name] != nil {
                    html.element(.li) { html in
                        html.element(.a, [.jump("field-\(column.name)")], reader.voice.field(column, of: kind))
                        html.text(": \(problems[column.name] ?? reader.phrases("form.changed_meanwhile"))")
                    }
                }
            }
        }
    }
}
