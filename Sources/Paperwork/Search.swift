package import Ledger

/// Everything that can be found by words, whatever its kind.
package struct Search: Sendable {
    private let texts: [(slot: Int, text: SearchText)]

    /// - Parameter includesPersonal: whether personal fields are searched too, which is for those who may see them.
    package init(_ picture: Picture, includingPersonal includesPersonal: Bool) {
        texts = picture.register.kinds.filter { picture[slot: $0.slot].count > 0 }.map { kind in
            (kind.slot, SearchText(picture[slot: kind.slot], of: kind) { includesPersonal || !$0.isSealed })
        }
    }

    /// The records in which every word occurs, kind by kind.
    package func records(matching query: String) -> [Reference] {
        texts.flatMap { slot, text in text.numbers(matching: query).map { Reference(slot: slot, number: $0) } }
    }
}
