package import Rulebook

/// The rules that read rooms of which neither may import the other, and so stand in the house itself.
package let crossRoomRules: [Rule] = [
    reportedPercentIsMeasured,
    doneTasksAreProved,
    incompatiblePartiesLodgeApart,
    delegationsAreOfARegisteredParty,
    announcementsUseApprovedNames,
    printedTextsUseApprovedNames,
    badgesOpenOnlyJustifiedZones,
    lostBadgesAreRevokedEverywhere,
]
