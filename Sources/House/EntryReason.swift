package import Ledger
package import Phrases
import Rulebook

extension Phrases {
    /// Why something was done, in a reader's words: the act's reason, and why a stop was overridden.
    ///
    /// - Parameter words: nil where they were about somebody who was erased.
    package func reason(_ words: Entry.Words?) -> String {
        guard let words else { return self("record.reason_erased") }
        let override = words.override.isEmpty ? "" : self("record.overridden", [Fact("override", words.override)])
        return [words.reason, override].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Who did it, and who had proposed it where it took two.
    package func signatories(_ signatory: Entry.Signatory) -> String {
        guard !signatory.proposer.isEmpty else { return signatory.actor }
        return self("record.proposed_by", [Fact("actor", signatory.actor), Fact("proposer", signatory.proposer)])
    }
}
