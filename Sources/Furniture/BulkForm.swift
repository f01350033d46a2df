import Addresses
import Ledger
import Phrases

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

    func write(_ kind: Kind, _ list: ListQuery, _ reader: Reader, _ html: inout HTML) {
        html.element(.form, [.class("bulk"), .id("bulk"), .action(.bulk(file: kind.file)), .method(.post)]) { html in
            token(reader, &html)
            html.void(.input, [.type("hidden"), .name("back"), .value(Address.list(list).text)])
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
    }

    private func options(_ kind: Kind, _ reader: Reader, _ html: inout HTML) {
        html.element(.option, [.value("")], reader.phrases("bulk.choose"))
        for column in kind.columns where column.name != "code" && reader.sight.sees(column, of: kind) {
            let isChosen = column.name == self.column
            html.element(.option, [.value(column.name)] + (isChosen ? [.selected] : []), reader.voice.field(column, of: kind))
        }
    }
}
