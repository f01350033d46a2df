package import Exchange
package import Ledger
package import Phrases

extension Vocabulary {
    /// What people may call columns and words: the labels of the phrase files in every language given.
    package init(_ languages: [Phrases], register: Register) {
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
            for column in [PackColumn.happened, PackColumn.removed, PackColumn.copy] {
                if let label = phrases.sentences["field.\(column)"] { columns["* \(label.folded)"] = column }
            }
        }
        // A word is known by whatever any field calls it: what a cell can mean is one of the words of its own column.
        var names: [String: [String]] = [:]
        for phrases in languages {
            for (key, name) in phrases.sentences where key.hasPrefix("word.") {
                names[key.split(separator: ".").last.map(String.init) ?? key, default: []].append(name)
            }
        }
        let (known, called) = (columns, names)
        self.init(
            column: { kind, header in known["\(kind) \(header)"] ?? known["* \(header)"] },
            names: { called[$0] ?? [] })
    }
}

extension Vocabulary {
    /// What stands above a column of a file for who takes it away: what they call it, where that is read back as this column and no other;
    /// its own name otherwise.
    package func heading(_ column: String, of kind: Kind, in phrases: Phrases) -> String {
        let keys = ["field.\(kind.code).\(column)", "field.\(column)"]
        guard let label = keys.first(where: phrases.has).map({ phrases($0) }), field(label, of: kind) == column else { return column }
        return label
    }
}
