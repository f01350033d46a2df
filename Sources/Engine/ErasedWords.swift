/// By which words whoever is erased is told from everybody else who stands. A name is told by its words together: in Vietnamese many share
/// each of them, and few share all.
package struct ErasedWords: Sendable {
    /// Letters of a word from which on the beginning of a name is taken for the name.
    private static let shortestBeginning = 3

    /// All words that were ever written of each of them.
    private let erased: [Set<String>]
    private let others: [Set<String>]

    /// - Parameters:
    ///   - erased: of each of them, as ``Swift/String/soughtWords`` has them.
    ///   - others: the same of everybody who stands beside them.
    package init(_ erased: [Set<String>], besides others: [Set<String>] = []) {
        self.erased = erased
        self.others = others
    }

    /// Whether words that somebody looked for tell of one of them, and of nobody else as well.
    package func areTold(by sought: Set<String>) -> Bool {
        erased.contains { words in
            let theirs = sought.filter { ErasedWords.finds($0, in: words) }
            return !theirs.isEmpty && !others.contains { other in theirs.allSatisfy { ErasedWords.finds($0, in: other) } }
        }
    }

    private static func finds(_ sought: String, in words: Set<String>) -> Bool {
        words.contains(sought) || sought.count >= shortestBeginning && words.contains { $0.hasPrefix(sought) }
    }
}
