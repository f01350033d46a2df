package import Rulebook
import Gates
import Ledger
import Parties
import Venues

extension ActName {
    package static let declareSecure = ActName("declare_secure")
    package static let admitArmed = ActName("admit_armed")
    package static let licenseForeignSecurity = ActName("license_foreign_security")
    package static let admitForeignSecurity = ActName("admit_foreign_security")
    package static let closeIncident = ActName("close_incident")
}

/// Declaring a zone secure.
let declareSecure = Act(.declareSecure, writes: SecureDeclaration.self) { _, declaration, picture in
    guard let zone = declaration.zone, picture[zone] != nil else { return Refusal("secure_declaration_without_zone") }
    let others = picture.each(SecureDeclaration.standingByZone, zone).filter { $0.id != declaration.id }
    guard declaration.liftedAt != nil || others.isEmpty else { return Refusal("secure_declaration_stands", [Fact("zone", zone)]) }
    return nil
}

/// Entering somebody of the host's side in the register of weapons, and so letting the weapon in.
let admitArmed = Act(.admitArmed, writes: ArmedPerson.self) { _, armed, picture in
    guard let person = armed.person, picture[person] != nil else { return Refusal("armed_person_unknown") }
    guard !armed.weapon.isEmpty, !armed.serial.isEmpty else { return Refusal("armed_person_without_weapon") }
    guard !armed.zones.isEmpty, armed.starts < armed.ends else { return Refusal("armed_person_without_zone_or_time") }
    return nil
}

/// Licensing a delegation's guards.
let licenseForeignSecurity = Act(.licenseForeignSecurity, writes: ForeignSecurityLicence.self) { _, licence, picture in
    guard let delegation = licence.delegation, picture[delegation] != nil else { return Refusal("licence_without_delegation") }
    guard licence.officersInCore <= licence.officers else {
        return Refusal("licence_core_above_total", [Fact("officers", licence.officers), Fact("core", licence.officersInCore)])
    }
    guard licence.signedBy != nil else { return Refusal("licence_unsigned") }
    return nil
}

/// Letting in one guard of a delegation.
let admitForeignSecurity = Act(.admitForeignSecurity, writes: ForeignSecurity.self) { _, guardian, picture in
    guard let person = guardian.person, picture[person] != nil else { return Refusal("foreign_guard_unknown") }
    guard let delegation = guardian.delegation, picture[delegation] != nil else { return Refusal("foreign_guard_without_delegation") }
    guard guardian.starts != nil else { return Refusal("foreign_guard_without_time") }
    return nil
}

/// Closing an incident.
let closeIncident = Act(.closeIncident, writes: Incident.self) { before, incident, _ in
    if before?.state == .closed { return Refusal("incident_already_closed") }
    guard incident.state == .closed, incident.closedAt != nil else { return Refusal("incident_not_closed") }
    guard !incident.outcome.isEmpty else { return Refusal("incident_without_outcome") }
    return nil
}
