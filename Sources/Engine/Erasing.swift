import Ledger
import Rulebook

/// What is said of an erasure stays when all that it was about is gone: so it may not say again what is erased.
enum Erasing {
    /// Shorter values are words of a language too, and are looked for as they are written.
    private static let shortest = 4

    /// - Throws: where a reason names what the act erases.
    static func refuseNaming(_ reasons: [String], of draft: Draft, in picture: Picture) throws(Refusal) {
        let said = reasons.filter { !$0.isEmpty }
        guard !said.isEmpty else { return }
        for change in draft.changes {
            guard let row = picture[change.reference], let kind = picture.register.kind(slot: row.slot) else { continue }
            for (place, column) in kind.columns.enumerated() where column.isPersonal {
                guard case .text(let value) = row.value(place), said.contains(where: { names(value, in: $0) }) else { continue }
                throw Refusal(.reasonNamesErased, [Fact("kind", .word(kind.code)), Fact("code", row.code), Fact("field", column.name)])
            }
        }
    }

    private static func names(_ value: String, in reason: String) -> Bool {
        let isShort = value.count < shortest
        let (wanted, words) = isShort ? (value, reason) : (value.folded, reason.folded)
        guard !wanted.isEmpty else { return false }
        return (" " + words.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " ")
            .contains(" " + wanted.map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " ")
    }
}
