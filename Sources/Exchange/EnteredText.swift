import Foundation

/// Text as people and their spreadsheets enter it, made fit to keep: composed (NFC), without spaces at its edges.
///
/// Spaces of every sort count as such: a copied cell often ends in a non-breaking one.
enum EnteredText {
    /// The part of these bytes between the spaces at their edges.
    @inline(__always)
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var low = 0
        var high = bytes.count
        while low < high {
            let width = spaceWidth(startingAt: low, in: bytes, before: high)
            if width == 0 { break }
            low += width
        }
        while low < high {
            let width = spaceWidth(endingAt: high, in: bytes, from: low)
            if width == 0 { break }
            high -= width
        }
        return UnsafeBufferPointer(rebasing: bytes[low..<high])
    }

    /// The text of these bytes, trimmed and composed; nil where they are not UTF-8, or hold what steers machines and no page can show:
    /// control characters but for tabs and line ends.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let bytes = trimmed(bytes)
        var all: UInt8 = 0
        var hasControl = false
        for byte in bytes {
            all |= byte
            hasControl = hasControl || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
        }
        guard !hasControl else { return nil }
        if all < 0x80 { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self), !hasNewerControl(bytes) else { return nil }
        return isPlainlyComposed(bytes) ? text : text.precomposedStringWithCanonicalMapping
    }

    static func text(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { EnteredText.text($0) }
    }

    /// Whether one of U+0080 to U+009F is among them, which older terminals obey.
    private static func hasNewerControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0] == 0xC2 && $0 + 1 < bytes.count && bytes[$0 + 1] < 0xA0 }
    }

    /// The text in composed form (NFC).
    static func composed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { isPlainlyComposed($0) } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// What is trimmed at the edges of a cell.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// A code: every run of spaces within it is one plain space.
    static func code(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSpace) else { return text }
        return text.unicodeScalars.split(whereSeparator: isSpace).map { String($0) }.joined(separator: " ")
    }

    /// Whether the text is certainly NFC, told from its bytes: Latin with the Vietnamese letters, usual punctuation, Han.
    /// Whatever else goes the slow way, which finds out.
    private static func isPlainlyComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 0..<0xCC: place += 1
            case 0xE1:
                guard (0xB8...0xBB).contains(bytes[place + 1]) else { return false }
                place += 3
            case 0xE2:
                guard bytes[place + 1] == 0x80, bytes[place + 2] >= 0x82 else { return false }
                place += 3
            case 0xE4...0xE9: place += 3
            default: return false
            }
        }
        return true
    }

    /// The bytes of the space that starts there; 0 where none does.
    @inline(__always)
    static func spaceWidth(startingAt place: Int, in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 { return isSpace(byte) ? 1 : 0 }
        if byte == 0xC2 { return place + 1 < end && isSpace(byte, bytes[place + 1]) ? 2 : 0 }
        return place + 2 < end && isSpace(byte, bytes[place + 1], bytes[place + 2]) ? 3 : 0
    }

    /// The bytes of the space that ends before there; 0 where none does.
    @inline(__always)
    static func spaceWidth(endingAt place: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let byte = bytes[place - 1]
        if byte < 0x80 { return isSpace(byte) ? 1 : 0 }
        if place - 2 >= start, isSpace(bytes[place - 2], byte) { return 2 }
        return place - 3 >= start && isSpace(bytes[place - 3], bytes[place - 2], byte) ? 3 : 0
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// No-break space.
    @inline(__always)
    private static func isSpace(_ first: UInt8, _ second: UInt8) -> Bool { first == 0xC2 && second == 0xA0 }

    /// U+2000 to U+200B, U+202F, U+205F, U+3000 and the byte order mark.
    @inline(__always)
    private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): third <= 0x8B || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }
}
