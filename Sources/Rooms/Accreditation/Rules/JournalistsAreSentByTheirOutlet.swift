package import Rulebook
import Ledger
import Parties

/// Who is badged as media brings a complete letter of assignment, and the outlet confirmed it at a contact found independently.
///
/// The letter stands on letterhead, is signed by the editor, names the person, the function and the days, and those days
/// cover the badge's. The outlet's contact was found through somebody other than the applicant, verified by an officer, and the
/// editor confirmed there. It does not look at what the outlet publishes.
///
/// Source: S37 (press conference of the European Central Bank, 2015); press accreditation of the United Nations (MALU).
package let journalistsAreSentByTheirOutlet = Rule(
    "PTY-12", .stop, about: Badge.self, stops: [.issue, .reissue, .validate], finds: Found.self
) { badge, see in
    guard badge.isActive, see[badge.category]?.group == .media, let application = see[badge.application] else { return }
    let facts = [Fact("badge", badge.id), Fact("person", badge.person)]
    let letters = see.each(AssignmentLetter.byApplication, application.id)
    if let letter = letters.last {
        if !letters.contains(where: { $0.isComplete && $0.outlet == application.outlet && $0.covers(badge) }) {
            see.slip(
                on: badge.reference, letter.reference, variant: Found.letterIncomplete, facts: facts + [Fact("letter", letter.id)],
                mend: .edit(letter.id, "function"))
        }
    } else {
        see.slip(on: badge.reference, variant: Found.letter, facts: facts, mend: .add(AssignmentLetter.self))
    }
    guard let outlet = see[application.outlet] else {
        see.slip(on: badge.reference, variant: Found.outlet, facts: facts, mend: .edit(application.id, "outlet"))
        return
    }
    if see[outlet.contact]?.isVerified != true {
        see.slip(
            on: badge.reference, outlet.reference, variant: Found.contact, facts: facts + [Fact("outlet", outlet.id)],
            mend: .edit(outlet.id, "contact"))
    } else if outlet.confirmedOn == nil || outlet.confirmedBy == nil {
        see.slip(
            on: badge.reference, outlet.reference, variant: Found.confirmation, facts: facts + [Fact("outlet", outlet.id)],
            mend: .edit(outlet.id, "confirmed_on"))
    }
}

private enum Found: String, SlipVariant {
    case letterIncomplete = "letter_incomplete", letter, outlet, contact, confirmation
}

extension AssignmentLetter {
    /// Whether the letter's days hold the badge's.
    fileprivate func covers(_ badge: Badge) -> Bool {
        guard let coversFrom, let coversTo else { return false }
        return coversFrom <= (badge.validFrom?.day ?? coversFrom) && (badge.validTo?.day ?? coversTo) <= coversTo
    }
}
