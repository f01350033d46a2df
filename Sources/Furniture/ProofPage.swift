import Addresses
package import Ledger
import Phrases
import Rulebook

/// The proof that the record is whole: every entry stands on the one before it, and the current state is what the entries say.
package struct ProofPage: Sendable {
    private let verification: Verification
    private let missingHeads: Int
    private let reader: Reader

    /// - Parameter missingHeads: how much of what was kept with heads is not in the journal, or in the records beside it.
    package init(_ verification: Verification, missingHeads: Int = 0, for reader: Reader) {
        self.verification = verification
        self.missingHeads = missingHeads
        self.reader = reader
    }

    package var page: Page {
        Page(reader.phrases("proof.title"), isLive: false) { html in
            outcome(&html)
            if missingHeads > 0 {
                html.element(.p, [.class("errors"), .role("alert")], reader.phrases("proof.heads", [Fact("count", missingHeads)]))
            }
            html.element(.p, reader.phrases("proof.head", [Fact("sequence", verification.head.sequence)]))
            html.element(.p) { $0.element(.code, verification.head.hash.description) }
            html.element(
                .p, [.class("as-of")],
                reader.phrases("readiness.as_of", [Fact("moment", reader.moment), Fact("entry", verification.head.sequence)]))
        }
    }
    private static let most = 100

    private func outcome(_ html: inout HTML) {
        let damage = verification.damage
        guard !damage.isEmpty else {
            return html.element(
                .p, [.class("calm"), .role("status")],
                reader.phrases("proof.whole", [Fact("entries", verification.entries), Fact("records", verification.records)]))
        }
        // Where the house knows it already, every page says so at its head, and this one too.
        if reader.damage == 0 {
            html.element(.p, [.class("errors"), .role("alert")], reader.phrases("proof.damaged", [Fact("count", damage.count)]))
        }
        html.element(.ul) { html in for place in damage.prefix(Self.most) { html.element(.li, reader.voice.damage(place)) } }
        let left = damage.count - Self.most
        if left > 0 { html.element(.p, reader.phrases("proof.more_damage", [Fact("count", left)])) }
    }
}
