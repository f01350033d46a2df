package import Rulebook
import Ledger

/// A numbered copy that was signed out is back, or destroyed with a record, by the end of the shift it was given out for.
///
/// A copy given out for no shift has a time of its own by which it is due; without either nobody could miss it, and that is
/// reported at once. A copy that came back late is history and is not reported.
///
/// Source: slips S56 (Belfast, 2023: an operational order found in the street), S57 (Paris, 2024) and S58 (Heathrow, 2017).
package let numberedCopiesComeBack = Rule("SEC-12", .fix, about: NumberedCopy.self, finds: Found.self) { copy, see in
    guard copy.signedOut != nil, copy.returned == nil, copy.destroyed == nil else { return }
    guard let due = see[copy.shift]?.ends ?? copy.dueBack else {
        see.slip(on: copy.reference, variant: Found.undated, facts: [Fact("copy", copy.id)], mend: .edit(copy.id, "due_back"))
        return
    }
    guard see.hasCome(due.instant) else { return }
    see.slip(
        on: copy.reference, variant: Found.overdue, facts: [Fact("copy", copy.id), Fact("due", due)], since: due.instant,
        mend: .edit(copy.id, "returned"))
}

private enum Found: String, SlipVariant {
    case undated, overdue
}
