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
    /// The acts in the world that write such records, and which of them this is; empty for preparation.
    package var acts: [String] = []
    package var act = ""
    /// Whether preparation may write such records at all: a signature comes about by signing alone.
    package var mayPrepare = true
    /// Whether a stop stands in the way that somebody entitled may override.
    package var isStopped = false
    package var reason = ""
    /// Why a stop is overridden.
    package var overrideReason = ""

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
                for column in columns(reader) { field(column, reader, &html) }
                if !acts.isEmpty { chooseAct(reader, &html) }
                line("reason", reader.phrases("form.reason"), reason, &html)
                if isStopped || !overrideReason.isEmpty { line("override", reader.phrases("form.override"), overrideReason, &html) }
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

    /// Whether this is preparation, of which no rule stops anything, or an act in the world, which a stop forbids.
    private func chooseAct(_ reader: Reader, _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for("field-as")], reader.phrases("form.as"))
            html.element(.select, [.id("field-as"), .name("as")]) { html in
                if mayPrepare { html.element(.option, [.value("")], reader.phrases("form.prepare")) }
                for name in acts { html.element(.option, [.value(name)] + (name == act ? [.selected] : []), reader.phrases("act.\(name)")) }
            }
        }
    }

    private func title(_ reader: Reader) -> String {
        switch purpose {
        case .new: reader.phrases("form.new", [Fact("kind", reader.phrases("kind.\(kind.code)"))])
        case .edit(let code): reader.phrases("form.edit", [Fact("kind", reader.phrases("kind.\(kind.code)")), Fact("code", code)])
        }
    }

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
            if case .edit = purpose, column.name == "code" { return false }
            return reader.sight.sees(column, of: kind)
        }
        // What every record carries comes last: what this one is about is what people came for.
        let common: Set<String> = ["owner", "classification", "assumed"]
        return seen.filter { !common.contains($0.name) } + seen.filter { common.contains($0.name) }
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

    private func line(_ name: String, _ label: String, _ value: String, _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for("field-\(name)")], label)
            html.void(.input, [.type("text"), .id("field-\(name)"), .name(name), .value(value), .autocomplete("off"), .maxlength(1000)])
        }
    }

    private func field(_ column: Kind.Column, _ reader: Reader, _ html: inout HTML) {
        let id = "field-\(column.name)"
        let problem = problems[column.name]
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(id)]) { html in
                html.text(reader.voice.field(column, of: kind))
                if column.isRequired { html.element(.span, [.class("required")], " \(reader.phrases("form.required"))") }
            }
            if let problem { html.element(.p, [.class("problem"), .id("\(id)-problem")], problem) }
            if let theirs = theirs[column.name] {
                html.element(.p, [.class("problem"), .id("\(id)-theirs")]) { html in
                    html.text(reader.phrases("form.theirs") + " ")
                    html.element(.strong) { $0.element(.bdi, theirs.isEmpty ? "—" : theirs) }
                }
            }
            let isWrong = problem != nil || theirs[column.name] != nil
            let told = problem != nil ? "\(id)-problem" : "\(id)-theirs"
            FieldEditor(column, kind, id: id, text: texts[column.name] ?? "", reader)
                .write(isWrong ? [.aria(.invalid, "true"), .aria(.describedby, told)] : [], &html)
            html.void(.input, [.type("hidden"), .name("was-\(column.name)"), .value(before[column.name] ?? "")])
        }
    }
}

/// One field of a form, as its shape is best entered. What it holds is text, as in the cell of a sheet.
struct FieldEditor {
    private let column: Kind.Column
    private let kind: Kind
    private let id: String
    private let text: String
    private let reader: Reader

    /// Records that are offered to choose from; of more, the code is typed.
    private static let mostOffered = 200
    /// Characters above which a text has several lines.
    private static let longLine = 70

    init(_ column: Kind.Column, _ kind: Kind, id: String, text: String, _ reader: Reader) {
        self.column = column
        self.kind = kind
        self.id = id
        self.text = text
        self.reader = reader
    }

    func write(_ marks: [Attribute], _ html: inout HTML) {
        let named: [Attribute] = [.id(id), .name("to-\(column.name)")] + marks
        switch column.shape {
        case .choice(let words): choose(words.map { ($0, reader.phrases("word.\($0)")) }, named, &html)
        case .flag: choose([("true", reader.phrases("word.yes")), ("false", reader.phrases("word.no"))], named, &html)
        case .day: html.void(.input, named + [.type("date"), .value(text)])
        case .integer: html.void(.input, named + [.type("text"), .inputmode("numeric"), .value(text), .autocomplete("off")])
        case .reference(let target): refer(to: target, named, &html)
        case .list: area(named, hint: reader.phrases("form.list_hint"), &html)
        case .moment: html.void(.input, named + [.type("text"), .value(text), .autocomplete("off")])
        case .text where text.count > FieldEditor.longLine || text.contains("\n"): area(named, hint: nil, &html)
        case .text: html.void(.input, named + [.type("text"), .value(text), .autocomplete("off")])
        }
    }

    private func choose(_ options: [(word: String, name: String)], _ named: [Attribute], _ html: inout HTML) {
        html.element(.select, named) { html in
            // A word that is not among the options is kept as it was until somebody chooses another.
            if !options.contains(where: { $0.word == text }) { html.element(.option, [.value(text), .selected], text) }
            for (word, name) in options where !word.isEmpty {
                html.element(.option, [.value(word)] + (word == text ? [.selected] : []), name)
            }
        }
    }

    private func area(_ named: [Attribute], hint: String?, _ html: inout HTML) {
        if let hint { html.element(.p, [.class("quiet")], hint) }
        html.element(.textarea, named + [.rows(3)], text)
    }

    private func refer(to target: String, _ named: [Attribute], _ html: inout HTML) {
        guard let kind = reader.picture.register.kind(target), reader.sight.sees(kind) else {
            return html.void(.input, named + [.type("text"), .value(text), .autocomplete("off")])
        }
        let table = reader.picture[slot: kind.slot]
        let offers = table.count <= FieldEditor.mostOffered
        html.void(.input, named + [.type("text"), .value(text), .autocomplete("off")] + (offers ? [.list("\(id)-codes")] : []))
        guard offers else { return }
        html.element(.datalist, [.id("\(id)-codes")]) { html in
            table.forEach { row in
                guard reader.sight.sees(row, of: kind) else { return }
                html.element(.option, [.value(row.code)], reader.name(row.reference))
            }
        }
    }
}
