import Committee
import Ledger
import Programme
package import Rulebook

/// Somebody who is named or honoured publicly was checked, and cleared, by another office than the proposer's.
///
/// Another office is a body that neither contains the proposer's nor stands in it. The check is asked for a day before the session or the
/// planned release, and in any case before a release goes out. Somebody refused must be taken out of the session or release. What the check
/// found is kept by who made it; here stands only the outcome.
///
/// Source: S44, Canadian Parliament, 2023.
package let honouredPeopleAreChecked = Rule("COM-03", .stop, about: Honour.self, stops: [.releasePress], finds: Found.self) { honour, see in
    let facts = [Fact("honour", honour.id)]
    if honour.outcome == .refused, honour.session != nil || honour.release != nil {
        see.slip(on: honour.reference, variant: Found.refused, facts: facts, mend: .remove(honour.reference))
    }
    if let proposer = honour.proposedBy, let checker = honour.checkedBy,
        see.body(checker, isWithin: proposer) || see.body(proposer, isWithin: checker)
    {
        see.slip(
            on: honour.reference, variant: Found.sameOffice, facts: facts + [Fact("proposer", proposer), Fact("checker", checker)],
            mend: .edit(honour.id, "checked_by"))
    }
    let isChecked = honour.checkedBy != nil && honour.checkedOn != nil && honour.outcome != .pending
    guard !isChecked, isSoonPublic(honour, see) else { return }
    see.slip(on: honour.reference, variant: Found.unchecked, facts: facts, mend: .edit(honour.id, "checked_by"))
}

private enum Found: String, SlipVariant {
    case refused, sameOffice = "same_office", unchecked
}

/// Whether the session or the release is at most a day away.
private func isSoonPublic(_ honour: Honour, _ see: See) -> Bool {
    let release = see[honour.release]
    if release?.released != nil { return true }
    let moments = [release?.planned, see[honour.session]?.starts].compactMap(\.self)
    return moments.map { see.hasCome($0.instant.adding(minutes: -24 * 60)) }.contains(true)
}
