import Rulebook

/// Why the acts of this room are refused.
package enum ProtectionRefusal: String, RefusalCode {
    case secureDeclarationWithoutZone = "secure_declaration_without_zone"
    case secureDeclarationStands = "secure_declaration_stands"
    case secureDeclarationLifted = "secure_declaration_lifted"
    case armedPersonUnknown = "armed_person_unknown"
    case armedPersonWithoutWeapon = "armed_person_without_weapon"
    case armedPersonWithoutZoneOrTime = "armed_person_without_zone_or_time"
    case armedPersonAlreadyEntered = "armed_person_already_entered"
    case licenceWithoutDelegation = "licence_without_delegation"
    case licenceCoreAboveTotal = "licence_core_above_total"
    case licenceAlreadySigned = "licence_already_signed"
    case licenceUnsigned = "licence_unsigned"
    case foreignGuardUnknown = "foreign_guard_unknown"
    case foreignGuardWithoutDelegation = "foreign_guard_without_delegation"
    case incidentAlreadyClosed = "incident_already_closed"
    case incidentNotClosed = "incident_not_closed"
    case incidentWithoutOutcome = "incident_without_outcome"
    case officerUnknown = "officer_unknown"
}
