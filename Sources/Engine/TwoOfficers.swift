import Ledger
import Rulebook

/// What gives much takes two officers.
extension Permitting {
    /// Whether what is asked gives so much that it takes two.
    func takesTwo(_ draft: Draft, _ act: Act?) -> Bool {
        // Of whom no record stands any more it takes no fewer.
        draft.changes.contains { change in
            change.reference.slot == act?.slot && (change.row.map { act?.takesTwo(writing: $0) } ?? (act?.officers == .two)) == true
        }
            || !house.offices.kindsOfPower(in: draft, by: self).isEmpty
    }

    /// Whether there are not two accounts yet that could do it: then whoever holds the folder of the data acts alone, and nobody else
    /// at all. What is written beside it makes nobody alone.
    func isAlone(_ draft: Draft, _ act: Act?) -> Bool {
        let day = picture.zone.day(at: now)
        let kinds = house.offices.kindsOfPower(in: draft, by: self)
        let able = house.offices.accounts(in: picture).filter { account in
            guard let theirs = house.offices.rights(of: account, in: picture, on: day), theirs.scope == nil else {
                return false
            }
            return act.map { house.lets(theirs, do: $0) } ?? kinds.allSatisfy { house.lets(theirs, change: $0) }
        }
        return able.count < 2
    }
}
