import Foundation

extension String {
    /// The text as people search for it: no case, no marks, đ as d, one space between words.
    public var folded: String { LatinFolding.folded(self) ?? foldedByLibrary }

    /// The same for every script, through the library, which takes a hundred times as long.
    fileprivate var foldedByLibrary: String {
        let plain = folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "Đ", with: "d")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

/// Folding letter by letter, for text of composed Latin letters as most names are.
private enum LatinFolding {
    /// Below U+0250, and from here to U+1EFF, where the Vietnamese letters stand.
    private static let additional: UInt32 = 0x1E00

    /// What the library makes of each of these letters alone; nil for spaces and for what it drops.
    private static let letters: [[UInt8]?] = (Array(0..<0x250) + Array(additional..<0x1F00)).map { value in
        guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else { return nil }
        let folded = Array(String(Character(scalar)).foldedByLibrary.utf8)
        return folded.isEmpty ? nil : folded
    }

    /// Nil where the text holds anything else.
    static func folded(_ text: String) -> String? {
        let letters = letters
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isBetweenWords = false
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value == 0x20 || (0x09...0x0D).contains(value) {
                isBetweenWords = true
                continue
            }
            let place = value < 0x250 ? Int(value) : value >= additional && value < 0x1F00 ? Int(value - additional) + 0x250 : -1
            guard place >= 0, let letter = letters[place] else { return nil }
            if isBetweenWords, !bytes.isEmpty { bytes.append(0x20) }
            isBetweenWords = false
            bytes.append(contentsOf: letter)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The text in the one spelling that the house keeps: Unicode's composed form (NFC).
    public static func normal(_ text: String) -> String {
        // Codes, numbers and English are so already: nothing of ASCII is written in two ways, and to ask Foundation takes a hundred times as long.
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
}
