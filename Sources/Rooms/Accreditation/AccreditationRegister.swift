package import Ledger
package import Rulebook

/// The kinds of this room.
package let accreditationKinds: [Kind] = [
    Kind(Category.self), Kind(Application.self), Kind(Badge.self), Kind(AssignmentLetter.self), Kind(LostReport.self),
    Kind(RoleAccess.self), Kind(AccessSlot.self),
]

/// The rules of this room.
package let accreditationRules: [Rule] = [
    nominationsFitTheDelegation, nominationsFitTheCategory, onePersonOneBadge, badgesRestOnAClearedApplication,
    threeOfficersMakeABadge, rolesAreQualified, journalistsAreSentByTheirOutlet, applicantsAreAnsweredInTime,
    zonesHoldWhoMayCome,
]

/// The acts in the world of this room.
package let accreditationActs: [Act] = [
    nominating, approving, refusingApplication, withdrawingApplication, issuing, validating, reportingLost, revoking, reissuing,
    returningBadge,
]
