import Rulebook

/// Why the acts of this room are refused.
package enum CommitteeRefusal: String, RefusalCode {
    case planIsOver = "plan_is_over"
    case planInForceAlready = "plan_in_force_already"
    case planNotInForce = "plan_not_in_force"
    case planStillPrepared = "plan_still_prepared"
    case approvalChangesPlan = "approval_changes_plan"
    case alreadyAnswered = "already_answered"
    case notAnswered = "not_answered"
    case questionChanged = "question_changed"
    case officerUnknown = "officer_unknown"
}
