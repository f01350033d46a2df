import Ledger

/// At which changes a part of a page is to be renewed: those of the kinds at which it has looked, and of what is wrong if it has looked at that.
struct Renewal: Sendable {
    /// The codes of kinds; `*` for whatever changes.
    private let words: [String]

    /// What is not noted is renewed at every change, and so is what depends on whose a record is.
    init(_ reads: Reads?, for reader: Reader) {
        guard let reads, !reads.haveSlips, !reader.sight.isLimited else {
            words = [Self.everything]
            return
        }
        // Of kinds that this reader may not know of they hear nothing, so that none is named.
        words = reads.slots.compactMap { reader.picture.register.kind(slot: $0) }.filter(reader.sight.sees).map(\.code).sorted()
    }

    var text: String { words.joined(separator: " ") }

    private static let everything = "*"
}
