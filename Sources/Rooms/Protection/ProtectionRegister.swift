package import Ledger
package import Rulebook

/// The kinds of this room.
package let protectionKinds: [Kind] = [
    Kind(Unit.self), Kind(Post.self), Kind(Shift.self), Kind(Target.self), Kind(ProtectionPlan.self), Kind(Drill.self),
    Kind(Incident.self), Kind(HeldItem.self), Kind(Key.self), Kind(Sweep.self), Kind(SecureDeclaration.self), Kind(Protectee.self),
    Kind(ProtectedWay.self), Kind(EvacuationOption.self), Kind(ArmedPerson.self), Kind(ForeignSecurityLicence.self),
    Kind(ForeignSecurity.self), Kind(NumberedCopy.self), Kind(ArrivalPlan.self),
]

/// The rules of this room. SEC-03 and SEC-05 stand in Gates, SEC-13 in Movement.
package let protectionRules: [Rule] = [
    postsAreManned, peopleRestBetweenShifts, gatesPassTheirGuestsInTime, armedPeopleNearPrincipalsAreOnTheRoster,
    zonesDeclaredSecureAreSecure, targetsHaveADrilledPlan, principalsHaveAWayOut, gatesOpenMannedAndInformed,
    foreignGuardsKeepToTheirLicence, numberedCopiesComeBack, graveIncidentsAreEscalated,
]

/// The acts in the world of this room.
package let protectionActs: [Act] = [
    declaringSecure, liftingSecure, admittingArmed, licensingForeignSecurity, withdrawingLicence, admittingForeignSecurity, closingIncident,
    reopeningIncident,
]
