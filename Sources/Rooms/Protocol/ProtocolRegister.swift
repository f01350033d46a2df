package import Ledger
package import Rulebook

/// The kinds of this room.
package let protocolKinds: [Kind] = [
    Kind(Courtesy.self), Kind(EntryWindow.self), Kind(FlagCheck.self), Kind(Greeting.self), Kind(Incompatibility.self),
    Kind(Precedence.self), Kind(PrecedenceOverride.self), Kind(Procession.self), Kind(ProcessionEntry.self),
    Kind(RoomInspection.self), Kind(Seat.self), Kind(SeatPlan.self), Kind(TableItem.self), Kind(TableNeed.self), Kind(TitleUse.self),
]

/// The rules of this room.
package let protocolRules: [Rule] = [
    partySymbolsAreApproved,
    symbolsBelongToWhoStandsThere,
    delicateFlagsAreCheckedByTwo,
    principalsHaveEqualSeats,
    precedenceFollowsItsRule,
    everySeatIsHeldOnce,
    greetersMeetTheGuestsLevel,
    tablesRespectNeedsAndTaboos,
    titlesComeFromTheOffice,
    latePrincipalsAreOfferedAWindow,
]

/// The acts in the world of this room.
package let protocolActs: [Act] = [openingRoom, joiningProcession, announcingTitle]
