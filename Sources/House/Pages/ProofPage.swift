import Addresses
package import Furniture
package import Ledger
import Phrases
import Rulebook

/// The proof that the record is whole: every entry stands on the one before it, and the current state is what the entries say.
package struct ProofPage: Sendable {
    private let verification: Verification
    private let reader: Reader

    package init(_ verification: Verification, for reader: Reader) {
        self.verification = verification
        self.reader = reader
    }

    package var page: Page {
        Page(reader.phrases("proof.title"), isLive: false) { html in
            let isWhole = verification.damage.isEmpty
            html.element(
                .p, [.class(isWhole ? "calm" : "errors"), .role("status")],
                isWhole
                    ? reader.phrases("proof.whole", [Fact("entries", verification.entries), Fact("records", verification.records)])
                    : reader.phrases("proof.damaged", [Fact("count", verification.damage.count)]))
            html.element(.p, reader.phrases("proof.head", [Fact("sequence", verification.head.sequence)]))
            html.element(.p) { $0.element(.code, verification.head.hash.description) }
            html.element(
                .p, [.class("as-of")],
                reader.phrases("readiness.as_of", [Fact("moment", reader.moment), Fact("entry", verification.head.sequence)]))
        }
    }
}
