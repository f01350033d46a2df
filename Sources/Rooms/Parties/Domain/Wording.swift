/// Words as they are compared when a text is searched for a name: letters and digits only, no case, but with their marks,
/// since Áo and ao are different words.
package struct Wording: Sendable {
    private let words: [String]

    package init(_ text: String, in language: Language) {
        let plain = text.lowercased()
        if language == .chinese {
            // Chinese sets no spaces between words: each sign stands for itself.
            words = plain.filter { !$0.isWhitespace }.map(String.init)
        } else {
            words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
    }

    package var count: Int { words.count }

    private init(words: [String]) { self.words = words }

    /// Whether the other's words stand in it one after another.
    package func says(_ other: Wording) -> Bool { place(of: other) != nil }

    /// What is left when the other's words are taken out wherever they stand: so the "Republic of China" within the
    /// People's is not held against it.
    package func leavingOut(_ other: Wording) -> Wording {
        guard let start = place(of: other) else { return self }
        // The gap is kept, lest the words around it read as a name together.
        return Wording(words: words[..<start] + [""] + words[(start + other.words.count)...]).leavingOut(other)
    }

    private func place(of other: Wording) -> Int? {
        guard !other.words.isEmpty, other.words.count <= words.count else { return nil }
        return (0...(words.count - other.words.count)).first { start in
            words[start..<(start + other.words.count)].elementsEqual(other.words)
        }
    }
}
