import Committee
import Ledger
import Rulebook

/// Why the acts of this room are refused.
package enum AccreditationRefusal: String, RefusalCode {
    case personUnknown = "person_unknown"
    case categoryUnknown = "category_unknown"
    case officerUnknown = "officer_unknown"
    case alreadyHandedIn = "already_handed_in"
    case nothingToDecide = "nothing_to_decide"
    case applicationOver = "application_over"
    case alreadyIssued = "already_issued"
    case serialUsed = "serial_used"
    case replacesNothing = "replaces_nothing"
    case replacesAnothers = "replaces_anothers"
    case replacedStillCounts = "replaced_still_counts"
    case notPrinted = "not_printed"
    case nothingToRevoke = "nothing_to_revoke"
    case nothingToReturn = "nothing_to_return"
    case lostReportWithoutBadge = "lost_report_without_badge"
}

extension Doing {
    /// The officer who acts, for what somebody has to answer for.
    func answerable() throws(Refusal) -> ID<Officer> {
        guard let officer = officer(Officer.self) else {
            throw Refusal(AccreditationRefusal.officerUnknown, [Fact("actor", officerCode)])
        }
        return officer
    }
}
