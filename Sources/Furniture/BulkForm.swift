import Addresses
import Ledger
import Phrases
import Rulebook

/// How much of a list is asked for with what tells of people.
package enum LeavingPart: String, CaseIterable, Sendable {
    case ticked, whole

    /// Under what it is sent.
    package static let field = "part"
}

/// One field of every ticked record set to one content, in one entry that can be taken back.
package struct BulkForm: Sendable {
    /// The codes of the records that are ticked.
    package var ticked: Set<String> = []
    /// The column that was chosen; empty where none was.
    package var column = ""
    package var content = ""
    /// Whether the field is to be emptied: nothing typed empties nothing by itself.
    package var empties = false
    package var reason = ""
    /// Why it was not done, a line each.
    package var complaints: [String] = []

    package init() {}

    func complain(_ reader: Reader, _ html: inout HTML) {
        guard !complaints.isEmpty else { return }
        html.element(.div, [.class("errors"), .role("alert"), .id("errors")]) { html in
            html.element(.p, reader.phrases("form.not_saved"))
            html.element(.ul) { html in
                for complaint in complaints { html.element(.li) { $0.element(.a, [.jump("bulk")], complaint) } }
            }
        }
    }

    /// - Parameters:
    ///   - acts: what can be done to the ticked records at once.
    ///   - canChange: whether a field of theirs can be set.
    ///   - leaving: how many records the list has, where they can be asked for with what tells of people; nil where they cannot.
    func write(
        _ kind: Kind, _ list: ListQuery, acts: [ActAddress], canChange: Bool, leaving: Int?, _ reader: Reader, _ html: inout HTML
    ) {
        html.element(.form, [.class("bulk"), .id("bulk"), .action(.bulk(file: kind.file)), .method(.post)]) { html in
            token(reader, &html)
            html.void(.input, [.type("hidden"), .name("back"), .value(Address.list(list).text)])
            // Enter in a field presses the first button of the form: it changes the field, and begins no act.
            if canChange { change(kind, reader, &html) }
            if !acts.isEmpty { verbs(acts, of: kind, reader, &html) }
            if let leaving { leave(list, of: leaving, reader, &html) }
        }
    }

    private func change(_ kind: Kind, _ reader: Reader, _ html: inout HTML) {
        html.element(.fieldset) { html in
            html.element(.legend, reader.phrases("bulk.title"))
            field("bulk-field", reader.phrases("bulk.field"), &html) { html in
                html.element(.select, [.id("bulk-field"), .name("field"), .required]) { options(kind, reader, &$0) }
            }
            field("bulk-value", reader.phrases("bulk.value"), &html) { html in
                html.void(.input, [.type("text"), .id("bulk-value"), .name("value"), .value(content), .autocomplete("off")])
            }
            html.element(.div, [.class("field check")]) { html in
                html.void(
                    .input,
                    [.type("checkbox"), .id("bulk-empty"), .name("empty"), .value("yes")] + (empties ? [.checked] : []))
                html.element(.label, [.for("bulk-empty")], reader.phrases("bulk.empty"))
            }
            field("bulk-reason", reader.phrases("form.reason"), &html) { html in
                html.void(.input, [.type("text"), .id("bulk-reason"), .name("reason"), .value(reason), .autocomplete("off")])
            }
            html.element(.button, [.type("submit")], reader.phrases("bulk.submit"))
        }
    }

    /// A button for each act, which asks for its inputs on a page of its own.
    private func verbs(_ acts: [ActAddress], of kind: Kind, _ reader: Reader, _ html: inout HTML) {
        html.void(.input, [.type("hidden"), .name("of"), .value(kind.file)])
        html.element(.fieldset) { html in
            html.element(.legend, reader.phrases("act.many"))
            html.element(.div, [.class("buttons")]) { html in
                for act in acts {
                    html.element(
                        .button,
                        [.type("submit"), .class("plain"), .name("stage"), .value("ask"), .formaction(.act(act)), .formnovalidate],
                        reader.phrases("act.\(act.name)"))
                }
            }
        }
    }

    /// Where the part stands in which the list is asked for with what tells of people.
    package static let leave = "leave"

    /// Two buttons, so that nobody who has ticked a few asks for all of them by mistake. What is ticked is sent, and stands in no address.
    private func leave(_ list: ListQuery, of all: Int, _ reader: Reader, _ html: inout HTML) {
        html.element(.fieldset, [.id(BulkForm.leave)]) { html in
            html.element(.legend, reader.phrases("bulk.leave"))
            html.element(.div, [.class("buttons")]) { html in
                for part in LeavingPart.allCases {
                    html.element(
                        .button,
                        [
                            .type("submit"), .class("plain"), .name(LeavingPart.field), .value(part.rawValue),
                            .formaction(.askExport(list.changed { _ in })), .formnovalidate,
                        ],
                        reader.phrases("bulk.leave.\(part.rawValue)", [Fact("count", all)]))
                }
            }
        }
    }

    private func options(_ kind: Kind, _ reader: Reader, _ html: inout HTML) {
        html.element(.option, [.value("")], reader.phrases("bulk.choose"))
        for column in kind.columns
        where !column.isCode && column.shape.attachmentUse == nil && reader.sight.sees(column, of: kind) {
            let isChosen = column.name == self.column
            html.element(.option, [.value(column.name)] + (isChosen ? [.selected] : []), reader.voice.field(column, of: kind))
        }
    }
}
