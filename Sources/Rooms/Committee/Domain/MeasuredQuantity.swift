import Ledger

/// What a measure counts. Each is a query over the whole ceremony; the house computes it. The second group are the figures that
/// are announced: there is nothing of which they are a share.
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

    /// Delegations of every kind whose reply is a confirmation.
    case delegationsConfirmed = "delegations_confirmed"
    /// National delegations among them.
    case nationalDelegations = "national_delegations"
    /// Delegations of organisations, companies, academia and the United Nations among them.
    case organisations
    /// Those whose head is a minister or ranks higher.
    case ledByMinisters = "led_by_ministers"
    /// People named by a delegation.
    case delegates
    /// People named by a delegation who are not nationals of the host.
    case foreignDelegates = "foreign_delegates"
    /// People named by an outlet.
    case journalists
    case delegatesAndPress = "delegates_and_press"
    /// Outlets of which somebody is named.
    case outlets
    /// Nationalities of the people named by delegations.
    case nationalities
    case workshops
    case highLevelEvents = "high_level_events"
    /// Booths of the exhibitions.
    case booths
    /// Parties whose word it is that they will sign.
    case registeredToSign = "registered_to_sign"
    /// Signatures given while a session of signing was on.
    case signedInHall = "signed_in_hall"
}
