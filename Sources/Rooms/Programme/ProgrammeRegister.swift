package import Ledger
package import Rulebook

/// The kinds of this room.
package let programmeKinds: [Kind] = [
    Kind(Appearance.self), Kind(AudioChannel.self), Kind(Bilateral.self), Kind(Cue.self), Kind(Meal.self), Kind(Microphone.self),
    Kind(Phase.self), Kind(PrintedText.self), Kind(ProgrammeRelease.self), Kind(ReleasedSession.self), Kind(ScriptDuty.self),
    Kind(Session.self), Kind(SideEventSlot.self), Kind(StatedTime.self),
]

/// The rules of this room.
package let programmeRules: [Rule] = [
    sessionsShareNoPlace,
    nobodyAppearsInTwoPlaces,
    attendanceFitsThePlace,
    sideEventsFitTheirSlots,
    publicSessionsAreComplete,
    interpretersAreEnoughAndRested,
    statedTimesAreTrueInTheirZone,
    seatedMealsFitTheHall,
    everyCueIsOwnedAndCovered,
    lecternIsAdjustedBetweenSpeakers,
    translationsAreReviewedByAnother,
    indispensablePeopleHaveALateVariant,
    releasedSessionsStandAsReleased,
    privateSoundStaysPrivate,
]

/// The acts in the world of this room.
package let programmeActs: [Act] = [
    releasingProgramme, releasingSession, announcingTime, printingText, openingPhase, admittingPool, callingCue,
]
