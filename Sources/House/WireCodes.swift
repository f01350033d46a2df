package import Ledger

/// The codes under which records are written, one line a field: `delegation.status: choice confirmed declined …`.
///
/// Journals out in the world hold these words, so the list may grow and never change.
package enum WireCodes {
    package static func lines(_ register: Register = houseRegister) -> [String] {
        register.kinds.flatMap { kind in
            kind.columns.map { "\(kind.code).\($0.name): \(spelling($0.shape))\($0.isSealed ? " sealed" : "")" }
        }.sorted()
    }

    private static func spelling(_ shape: Shape) -> String {
        switch shape {
        case .text: "text"
        case .integer: "integer"
        case .flag: "flag"
        case .day: "day"
        case .moment: "moment"
        case .reference(let kind): "reference \(kind)"
        case .choice(let words): "choice \(words.sorted().joined(separator: " "))"
        case .attachment(let use): "attachment \(use.rawValue)"
        case .list(let inner): "list of \(spelling(inner))"
        }
    }
}
