import Rulebook

/// Why the acts of this room are refused.
package enum FinanceRefusal: String, RefusalCode {
    case estimateAlreadyApproved = "estimate_already_approved"
    case estimateWithoutBody = "estimate_without_body"
    case estimateWithoutAmount = "estimate_without_amount"
    case estimateNotToRefuse = "estimate_not_to_refuse"
    case estimateStillPrepared = "estimate_still_prepared"
    case paymentBelowNothing = "payment_below_nothing"
    case paymentWithoutAmount = "payment_without_amount"
    case paymentWithoutEstimate = "payment_without_estimate"
    case paymentByAnotherBody = "payment_by_another_body"
}
