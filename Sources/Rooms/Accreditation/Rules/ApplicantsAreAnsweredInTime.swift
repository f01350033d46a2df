package import Rulebook
import Ledger

/// What was asked of an applicant is answered or chased within 48 hours, and a refusal says its class of reason and where to appeal.
///
/// Each reminder gives another 48 hours. An application that was decided or withdrawn in the meantime is owed no answer.
/// The class of reason is all that an applicant learns: what the vetting found stays with those who vetted.
///
/// Source: field practice of accreditation desks.
package let applicantsAreAnsweredInTime = Rule("PTY-15", .fix, about: Application.self, finds: Found.self) { application, see in
    if application.state == .refused {
        for (variant, field) in application.missingOfRefusal {
            see.slip(
                on: application.reference, variant: variant, facts: [Fact("application", application.id)],
                mend: .edit(application.id, field))
        }
    }
    guard application.state == .draft || application.state == .submitted, let asked = application.informationAsked,
        (application.informationAnswered ?? asked) <= asked
    else { return }
    let last = max(asked, application.chased ?? asked)
    let due = last.instant.adding(minutes: 48 * 60)
    guard see.hasCome(due) else { return }
    see.slip(
        on: application.reference, variant: Found.unanswered, facts: [Fact("application", application.id), Fact("asked", last)],
        since: due, mend: .edit(application.id, "chased"))
}

private enum Found: String, SlipVariant {
    case reason, appeal, unanswered
}

extension Application {
    fileprivate var missingOfRefusal: [(variant: Found, field: String)] {
        [
            reasonClass == .none ? (Found.reason, "reason_class") : nil,
            appealContact == nil ? (Found.appeal, "appeal_contact") : nil,
        ].compactMap(\.self)
    }
}
