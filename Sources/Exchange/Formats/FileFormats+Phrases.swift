package import Phrases
import Rulebook

extension Phrases {
    /// Formats by their names, of which one is to be chosen: `CSV, XLSX or zip`.
    package func any(of formats: FileFormats) -> String {
        let names = formats.all.map { self($0.phrase) }
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return self("format.or", [Fact("others", names.dropLast().joined(separator: ", ")), Fact("last", last)])
    }
}
