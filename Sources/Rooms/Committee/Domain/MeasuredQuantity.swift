import Ledger

/// What a measure counts. Each is a query over the whole ceremony; the house computes it.
package enum MeasuredQuantity: String, Choice {
    case unstated
    case plansInForce = "plans_in_force"
    case directivesAnswered = "directives_answered"
    case delegationsConfirmedOfInvited = "delegations_confirmed_of_invited"
    case badgesIssuedOfApproved = "badges_issued_of_approved"
    case fullPowersAcceptedOfNeeded = "full_powers_accepted_of_needed"
    case symbolsApproved = "symbols_approved"
    case sessionsPlaced = "sessions_placed"
    case protectionPlansDrilled = "protection_plans_drilled"
    case postsCovered = "posts_covered"
    case delegationsLodged = "delegations_lodged"
    case mediaItemsPublished = "media_items_published"
    case fallbacksDrilled = "fallbacks_drilled"
    case partiesSigned = "parties_signed"
    case delegatesBadged = "delegates_badged"
    case journalistsBadged = "journalists_badged"
    case outletsConfirmed = "outlets_confirmed"
    case workshopsPlaced = "workshops_placed"
    case highLevelEventsPlaced = "high_level_events_placed"
}
