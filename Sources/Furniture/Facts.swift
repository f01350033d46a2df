import Addresses
package import Ledger
import Phrases
package import Rulebook

extension Reader {
    /// Whether the reader may know of a record.
    package func sees(_ reference: Reference) -> Bool { sight.sees(reference, in: picture) }

    /// A record as people speak of it; of one that the reader may not know only that there is one.
    package func name(_ reference: Reference) -> String {
        guard !sees(reference) else { return voice.name(reference, in: picture, sees: sees) }
        // What nobody has written yet is only being made.
        return phrases(reference.number < picture.nextNumber(slot: reference.slot) ? "record.unseen" : "record.new")
    }

    /// Who stands in the journal under a code: the officer or the account by its title, or the code where it is neither's.
    package func office(of code: String) -> String {
        for kind in ["officer", "account"].compactMap({ picture.register.kind($0) }) {
            guard let number = picture[slot: kind.slot].number(of: code) else { continue }
            let reference = Reference(slot: kind.slot, number: number)
            if sees(reference) { return name(reference) }
        }
        return code
    }

    /// Why a slip is one, without the names that the reader may not know.
    package func explanation(of slip: Slip) -> String { voice.explanation(of: slip, naming: name) }

    package func mending(of slip: Slip) -> String { voice.mending(of: slip, naming: name) }

    /// A record by its name, as a link where the reader may see it.
    package func link(to reference: Reference, _ html: inout HTML) {
        guard sees(reference), let kind = picture.register.kind(slot: reference.slot), let code = picture.code(of: reference) else {
            return html.element(.span, [.class("quiet")], phrases("record.unseen"))
        }
        html.element(.a, [.href(.record(RecordAddress(kind.file, code, asOf: asOf)))]) { $0.element(.bdi, name(reference)) }
    }

    /// What a field of a record holds, which is noted where it is about somebody: links to records, names in their own direction.
    ///
    /// - Parameter leavesBlank: whether nothing stands for nothing, and not a dash.
    package func write(_ row: any AnyRow, _ place: Int, of kind: Kind, leavingBlank leavesBlank: Bool = false, _ html: inout HTML) {
        html.shown.take(kind.columns[place], of: kind, row.code)
        let value = row.value(place)
        if value != .absent || !leavesBlank { write(value, of: kind.columns[place], kind, row, &html) }
    }

    private func write(_ value: Value, of column: Kind.Column, _ kind: Kind, _ row: any AnyRow, _ html: inout HTML) {
        switch value {
        case .reference(let number): link(to: number, of: column.shape, &html)
        case .list(let items):
            html.element(.ul, [.class("items")]) { html in
                for item in items { html.element(.li) { write(item, of: column, kind, row, &$0) } }
            }
        case .text(let code) where column.shape.isText:
            if let name = meaning(of: code, in: column, kind, row) { return html.element(.bdi, name) }
            html.element(.bdi, voice.value(value, of: column, kind, in: picture))
        case .day(let day): html.element(.time, [.datetime(day)], phrases.day(day))
        case .moment(let moment): html.element(.time, [.datetime(moment)], phrases.moment(moment))
        default: html.text(voice.value(value, of: column, kind, in: picture))
        }
    }

    /// What a code of the house's own means, where a field holds such codes and no references: an act, a kind, its fields, an office; nil
    /// where it is only what it says.
    private func meaning(of code: String, in column: Kind.Column, _ kind: Kind, _ row: any AnyRow) -> String? {
        func said(_ key: String) -> String? { phrases.has(key) ? phrases(key) : nil }
        switch column.meaning {
        case .act: return said("act.\(code)")
        case .kinds: return said("kind.\(code)")
        case .list: return said("kind.\(code).many")
        case .listFields:
            guard let place = kind.place(of: .list), case .text(let list) = row.value(place) else { return nil }
            return field(code, ofKind: list)
        case .parts:
            let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2, let named = said("kind.\(parts[0])"), let field = field(parts[1], ofKind: parts[0]) else {
                return said("kind.\(code)")
            }
            return "\(named): \(field)"
        case .actor: return office(of: code)
        default: return nil
        }
    }

    /// What a field is called; nil where there is none of that name.
    private func field(_ name: String, ofKind code: String) -> String? {
        guard let kind = picture.register.kind(code), let place = kind.place(of: name) else { return nil }
        return voice.field(kind.columns[place], of: kind)
    }

    private func link(to number: UInt32, of shape: Shape, _ html: inout HTML) {
        guard let kind = shape.target.flatMap({ picture.register.kind($0) }) else { return html.text("#\(number)") }
        link(to: Reference(slot: kind.slot, number: number), &html)
    }

    /// What of a record is assumed; whoever shows the record shows this.
    package func assumption(of row: any AnyRow) -> String? {
        guard let place = picture.register.kind(slot: row.slot)?.place(of: .assumption), case .text(let text) = row.value(place) else {
            return nil
        }
        return text
    }

    /// A mark that something of a record is assumed, with what.
    package func markAssumed(_ row: any AnyRow, _ html: inout HTML) {
        guard let text = assumption(of: row) else { return }
        html.element(.span, [.class("assumed"), .title(text)], phrases("word.assumed"))
    }

    /// The severity of a slip as a word with its own shape, never by colour alone.
    package func mark(_ severity: Severity, _ html: inout HTML) {
        html.element(.span, [.class("severity \(severity.rawValue)")], phrases("word.\(severity.rawValue)"))
    }
}

extension Shape {
    fileprivate var isText: Bool {
        switch self {
        case .text: true
        case .list(let inner): inner.isText
        default: false
        }
    }
}
