import Engine
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

    /// Who did it, who had proposed it where it took two, and that it was done at the closed house or by whoever opened it, with nobody's
    /// account. A pack is always taken in so, and does not say it each time.
    ///
    /// - Parameter office: an officer or an account by its code.
    package func signatories(of entry: EntryHead, office: (String) -> String) -> String {
        let (actor, proposer) = (office(entry.signatory.actor), entry.signatory.proposer)
        let who = proposer.isEmpty ? actor : self("record.proposed_by", [Fact("actor", actor), Fact("proposer", office(proposer))])
        let way = "record.way.\(entry.signatory.way)"
        return entry.act != ActName.load.rawValue && has(way) ? "\(who) (\(self(way)))" : who
    }
}
