import Foundation

extension String {
    /// The text as people search for it: no case, no marks, đ as d, one space between words.
    public var folded: String {
        let plain = folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "Đ", with: "d")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

extension String {
    /// The text in the one spelling that the house keeps: Unicode's composed form (NFC).
    public static func normal(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
}
