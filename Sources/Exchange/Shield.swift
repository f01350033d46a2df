/// An apostrophe at the edge of a text, which keeps a spreadsheet from running the text and a reader from trimming it.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, so an export could
/// carry one from a delegation's form into an officer's machine. Characters that are not seen may stand before it, for some
/// programs leave them out as they read. Such a text is written with `'` before it. The same
/// apostrophe keeps spaces at either edge, which are otherwise trimmed. Texts that already begin or end as if shielded
/// get one more apostrophe, so that taking one off always gives the text back. `'s-Hertogenbosch` stays as it is.
/// Numbers, days and flags are never shielded.
enum Shield {
    private static let mark = UInt8(ascii: "'")

    /// The text with the apostrophes it needs.
    static func on(_ text: String) -> String {
        guard needs(text) != (false, false) else { return text }
        // `=` and a combining stroke are another character once composed, and need no shield then.
        let text = EnteredText.composed(text)
        let (front, back) = needs(text)
        return (front ? "'" : "") + text + (back ? "'" : "")
    }

    /// The text without the apostrophes that ``on(_:)`` put there.
    static func off(_ text: String) -> String {
        guard text.utf8.first == mark || text.utf8.last == mark else { return text }
        var text = text[...]
        if isShieldedAtFront(text) { text = text[text.unicodeScalars.index(after: text.startIndex)...] }
        if isShieldedAtBack(text) { text = text[..<text.unicodeScalars.index(before: text.endIndex)] }
        return String(text)
    }

    private static func needs(_ text: String) -> (front: Bool, back: Bool) {
        guard let first = text.utf8.first, let last = text.utf8.last else { return (false, false) }
        // Most texts end here: they begin and end with a letter or a digit.
        let front = first < 0x30 || first == UInt8(ascii: "=") || first == UInt8(ascii: "@") || first >= 0x7F
        let back = last < 0x30 || last >= 0x80
        return (
            front && (begins(text[...]) || isShieldedAtFront(text[...])), back && (ends(text[...]) || isShieldedAtBack(text[...]))
        )
    }

    private static func isShieldedAtFront(_ text: Substring) -> Bool {
        guard text.utf8.first == mark else { return false }
        let rest = text[text.unicodeScalars.index(after: text.startIndex)...]
        return rest.utf8.first == mark || begins(rest)
    }

    private static func isShieldedAtBack(_ text: Substring) -> Bool {
        guard text.utf8.last == mark else { return false }
        let rest = text[..<text.unicodeScalars.index(before: text.endIndex)]
        return rest.utf8.last == mark || ends(rest)
    }

    private static func begins(_ text: Substring) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !isUnseen($0) }) else { return false }
        return "=+-@".unicodeScalars.contains(first) || EnteredText.isSpace(first)
    }

    /// What steers machines or text and has no shape of its own.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        guard !EnteredText.isSpace(scalar) else { return false }
        return scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    private static func ends(_ text: Substring) -> Bool { text.unicodeScalars.last.map(EnteredText.isSpace) ?? false }
}
