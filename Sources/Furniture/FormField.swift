import Ledger
import Phrases

/// One field of a form with its label, and what is wrong with it or what somebody else has written there.
struct FormField {
    private let column: Kind.Column
    private let kind: Kind
    private let text: String
    private let before: String
    private let problem: String?
    private let theirs: String?
    private let isRequired: Bool
    private let withheld: Set<String>
    /// The record in which it stands, and its kind; nil where it stands in none yet.
    private let record: (kind: Kind, code: String)?

    init(
        _ column: Kind.Column, of kind: Kind, text: String, before: String, problem: String? = nil, theirs: String? = nil,
        isRequired: Bool? = nil, without withheld: Set<String> = [], in record: (kind: Kind, code: String)? = nil
    ) {
        self.record = record
        self.column = column
        self.kind = kind
        self.text = text
        self.before = before
        self.problem = problem
        self.theirs = theirs
        self.isRequired = isRequired ?? column.isRequired
        self.withheld = withheld
    }

    func write(_ reader: Reader, _ html: inout HTML) {
        if let record { html.shown.take(column, of: record.kind, record.code) }
        let id = "field-\(column.name)"
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(id)]) { html in
                html.text(reader.voice.field(column, of: kind))
                if isRequired { html.element(.span, [.class("required")], " \(reader.phrases("form.required"))") }
            }
            if let problem { html.element(.p, [.class("problem"), .id("\(id)-problem")], problem) }
            if let theirs {
                html.element(.p, [.class("problem"), .id("\(id)-theirs")]) { html in
                    html.text(reader.phrases("form.theirs") + " ")
                    html.element(.strong) { $0.element(.bdi, theirs.isEmpty ? "—" : theirs) }
                }
            }
            let told = problem != nil ? "\(id)-problem" : "\(id)-theirs"
            let isWrong = problem != nil || theirs != nil
            FieldEditor(column, kind, id: id, text: text, without: withheld, reader)
                .write(isWrong ? [.aria(.invalid, "true"), .aria(.describedby, told)] : [], &html)
            html.void(.input, [.type("hidden"), .name("was-\(column.name)"), .value(before)])
        }
    }
}

/// A line of text that goes with a form, such as why.
func reasonLine(_ name: String, _ label: String, _ value: String, _ html: inout HTML) {
    html.element(.div, [.class("field")]) { html in
        html.element(.label, [.for("field-\(name)")], label)
        html.void(.input, [.type("text"), .id("field-\(name)"), .name(name), .value(value), .autocomplete("off"), .maxlength(1000)])
    }
}
