package import Ledger

/// A value as the text of a cell, from which ``CellReader`` gets the same value back.
///
/// | shape | text |
/// | --- | --- |
/// | text | as it is, with a ``Shield`` where it needs one |
/// | integer | `1500000`, ungrouped |
/// | flag | `true`, `false` |
/// | day | `2025-10-25` |
/// | moment | `2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]` |
/// | choice | the word's own spelling: `high_level_event` |
/// | reference | the record's code |
/// | attachment | hash, kind and length of the file: `sha256:…/jpeg/34567` |
/// | list | items separated by `;`; within an item `\;`, `\\`, and `\` before a space at its edge |
///
/// Nothing is written for what is absent, nor for a time that nobody has set.
package enum CellText {
    package static func text(_ value: Value, as shape: Shape, code: (_ kind: String, _ number: UInt32) -> String?) -> String {
        switch value {
        case .text, .reference, .list: Shield.on(plain(value, as: shape, code: code))
        default: plain(value, as: shape, code: code)
        }
    }

    /// The text without a shield.
    static func plain(_ value: Value, as shape: Shape, code: (_ kind: String, _ number: UInt32) -> String?) -> String {
        switch value {
        case .absent: return ""
        case .flag(let flag): return flag ? "true" : "false"
        case .integer(let number): return String(number)
        case .text(let text): return text
        case .day(let day): return day.description
        case .moment(let moment): return moment.description
        case .reference(let number):
            guard case .reference(let kind) = shape else { return "#\(number)" }
            // A record that is gone has no code any more; what is written is refused when it is read.
            return code(kind, number) ?? "#\(number)"
        case .list(let items):
            guard case .list(let shape) = shape else { return "" }
            return items.map { escaped(plain($0, as: shape, code: code)) }.joined(separator: ";")
        }
    }

    private static func escaped(_ item: String) -> String {
        guard !isPlain(item) else { return item }
        var result = String.UnicodeScalarView()
        let scalars = item.unicodeScalars
        for place in scalars.indices {
            let scalar = scalars[place]
            let isAtEdge = place == scalars.startIndex || scalars.index(after: place) == scalars.endIndex
            if scalar == ";" || scalar == "\\" || isAtEdge && EnteredText.isSpace(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether an item surely needs no escape: most are words of letters and digits.
    private static func isPlain(_ item: String) -> Bool {
        guard let first = item.utf8.first, let last = item.utf8.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80 else {
            return false
        }
        return !item.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\\") }
    }
}
