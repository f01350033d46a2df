package import Rulebook
import Ledger

/// A printed text in another language than the host's has a translator, and a reviewer who is somebody else and read this text.
///
/// A translator who reviews the own text is found at once. What is only missing yet is asked for from three days before the text is
/// due at the printer, and when it is printed; a text without a due day is due. A text changed after its review is not
/// reviewed. Drafts without any text are not judged.
///
/// Source: S04 (Geneva 2009: the "reset" button read "overload").
package let translationsAreReviewedByAnother = Rule(
    "PRG-11", .stop, about: PrintedText.self, stops: [.printText], finds: Found.self
) { text, see in
    guard text.isForeign, !text.text.isEmpty else { return }
    guard let fault = fault(of: text, see) else { return }
    see.slip(
        on: text.reference, variant: fault.variant,
        facts: [Fact("text", text.id), Fact("language", .languages([text.language]))], mend: .edit(text.id, fault.field))
}

private enum Found: String, SlipVariant {
    case same, changed, translator, reviewer
}

private func fault(of text: PrintedText, _ see: See) -> (variant: Found, field: String)? {
    if text.translator != nil && text.translator == text.reviewer { return (.same, "reviewer") }
    if text.reviewed != nil && text.reviewedText != text.text { return (.changed, "reviewed_text") }
    guard isDue(text, see) else { return nil }
    if text.translator == nil { return (.translator, "translator") }
    if text.reviewer == nil || text.reviewed == nil { return (.reviewer, "reviewed") }
    return nil
}

private func isDue(_ text: PrintedText, _ see: See) -> Bool {
    guard text.printed == nil, let due = text.due else { return true }
    return see.hasBegun(due.adding(days: -3))
}
