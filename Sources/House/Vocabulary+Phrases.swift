package import Exchange
package import Ledger
package import Phrases

extension Vocabulary {
    /// What people may call columns and words: the labels of the phrase files in every language given.
    package init(_ languages: [Phrases], register: Register = houseRegister) {
        var columns: [String: String] = [:]
        for kind in register.kinds {
            for column in kind.columns {
                for phrases in languages {
                    for key in ["field.\(kind.code).\(column.name)", "field.\(column.name)"] {
                        if let label = phrases.sentences[key] { columns["\(kind.code) \(label.folded)"] = column.name }
                    }
                }
            }
        }
        for phrases in languages {
            for column in [PackColumn.happened, PackColumn.removed] {
                if let label = phrases.sentences["field.\(column)"] { columns["* \(label.folded)"] = column }
            }
        }
        let known = columns
        self.init(
            column: { kind, header in known["\(kind) \(header)"] ?? known["* \(header)"] },
            names: { word in languages.compactMap { $0.sentences["word.\(word)"] } })
    }
}
