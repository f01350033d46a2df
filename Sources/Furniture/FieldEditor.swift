import Addresses
import Ledger
import Phrases

/// One field of a form, as its shape is best entered. What it holds is text, as in the cell of a sheet.
struct FieldEditor {
    private let column: Kind.Column
    private let kind: Kind
    private let id: String
    private let text: String
    private let reader: Reader
    /// Words that are not offered: acts alone set them.
    private let withheld: Set<String>

    /// Records that are offered to choose from; of more, the code is typed.
    private static let mostOffered = 200
    /// Characters above which a text has several lines.
    private static let longLine = 70

    init(_ column: Kind.Column, _ kind: Kind, id: String, text: String, without withheld: Set<String> = [], _ reader: Reader) {
        self.withheld = withheld
        self.column = column
        self.kind = kind
        self.id = id
        self.text = text
        self.reader = reader
    }

    func write(_ marks: [Attribute], _ html: inout HTML) {
        let named: [Attribute] = [.id(id), .name("to-\(column.name)")] + marks
        switch column.shape {
        case .choice(let words):
            choose(words.filter { !withheld.contains($0) }.map { ($0, reader.voice.word($0, of: column, kind)) }, named, &html)
        case .flag: choose([("true", reader.phrases("word.yes")), ("false", reader.phrases("word.no"))], named, &html)
        case .day: html.void(.input, named + [.type("date"), .value(text)])
        case .integer: html.void(.input, named + [.type("text"), .inputmode("numeric"), .value(text), .autocomplete("off")])
        case .reference(let target): refer(to: target, named, &html)
        case .list: area(named, hint: reader.phrases("form.list_hint"), &html)
        // A file has a page of its own, which takes it.
        case .attachment: break
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
