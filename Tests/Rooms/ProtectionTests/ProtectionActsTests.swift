import Committee
import Ledger
import Parties
import Protection
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `Acts of security` {
    private var given = Given(
        kinds: protectionKinds + [Kind(Zone.self), Kind(Person.self), Kind(Delegation.self), Kind(Officer.self), Kind(Body.self)])
    private let zone: ID<Zone>
    private let person: ID<Person>
    private let delegation: ID<Delegation>
    private let officer: ID<Officer>
    private let noon = hanoi("2025-10-25T12:00")

    init() {
        given.now = noon.instant
        zone = given.add(Zone("HALL") { $0.level = .core })
        person = given.add(Person("N1"))
        delegation = given.add(
            Delegation("DEL") {
                $0.arrives = hanoi("2025-10-24T08:00")
                $0.departs = hanoi("2025-10-27T08:00")
            })
        officer = given.add(Officer("OFFICER"))
    }

    private func fill(_ armed: inout ArmedPerson) {
        armed.person = person
        armed.weapon = "pistol"
        armed.serial = "1"
        armed.zones = [zone]
        armed.ends = hanoi("2025-10-25T18:00")
    }

    private func refusal(spoilt spoil: (inout ArmedPerson) -> Void) -> String? {
        given.refusal(of: admittingArmed, making: ArmedPerson.self) { armed in
            fill(&armed)
            spoil(&armed)
        }
    }

    @Test mutating func `declare a zone secure from its page or from a sweep, with time and officer`() throws {
        let zone = zone
        let sweep = given.add(Sweep("S") { $0.zone = zone })
        for origin in [Reference(zone), Reference(sweep)] {
            let declared = try given.made(declaringSecure, SecureDeclaration.self, from: origin)
            #expect(declared.zone == zone && declared.declaredAt == noon && declared.declaredBy == officer)
        }
        let told = hanoi("2025-10-25T11:50")
        let declared = try given.made(declaringSecure, SecureDeclaration.self, from: Reference(zone)) { $0.declaredAt = told }
        #expect(declared.declaredAt == told)
    }

    @Test mutating func `declare a zone secure once at a time, by somebody who answers for it`() {
        func refusal(by officer: String = "OFFICER", _ fill: (inout SecureDeclaration) -> Void) -> String? {
            given.refusal(of: declaringSecure, making: SecureDeclaration.self, by: officer, giving: fill)
        }
        let zone = zone
        #expect(refusal { _ in } == "secure_declaration_without_zone")
        #expect(refusal(by: "NOBODY") { $0.zone = zone } == "officer_unknown")
        given.add(SecureDeclaration("D0") { $0.zone = zone })
        #expect(refusal { $0.zone = zone } == "secure_declaration_stands")
        let fromZone = given.refusal(of: declaringSecure, making: SecureDeclaration.self, from: Reference(zone))
        #expect(fromZone == "secure_declaration_stands")
    }

    @Test mutating func `lift a declaration, once`() throws {
        let zone = zone
        let declaration = given.add(SecureDeclaration("D") { $0.zone = zone })
        #expect(try given.done(liftingSecure, to: declaration).liftedAt == noon)
        let told = hanoi("2025-10-25T11:50")
        #expect(try given.done(liftingSecure, to: declaration) { $0.liftedAt = told }.liftedAt == told)
        given.change(declaration) { $0.liftedAt = told }
        #expect(given.refusal(of: liftingSecure, to: declaration) == "secure_declaration_lifted")
        #expect(given.refusal(of: declaringSecure, making: SecureDeclaration.self, from: Reference(zone)) == nil)
    }

    @Test func `enter a weapon from now on, by the officer of the act`() throws {
        let armed = try given.made(admittingArmed, ArmedPerson.self) { fill(&$0) }
        #expect(armed.starts == noon && armed.enteredBy == officer)
        let told = hanoi("2025-10-25T06:00")
        let planned = try given.made(admittingArmed, ArmedPerson.self, by: "NOBODY") {
            fill(&$0)
            $0.starts = told
            $0.enteredBy = officer
        }
        #expect(planned.starts == told && planned.enteredBy == officer)
    }

    @Test mutating func `enter a weapon from the shift with its person, time, zone and body`() throws {
        let (zone, person) = (zone, person)
        let body = given.add(Body("POLICE"))
        let unit = given.add(Unit("U") { $0.body = body })
        let post = given.add(
            Post("P") {
                $0.unit = unit
                $0.zone = zone
            })
        let shift = given.add(
            Shift("S") {
                $0.post = post
                $0.person = person
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T18:00")
            })
        let armed = try given.made(admittingArmed, ArmedPerson.self, from: Reference(shift)) {
            $0.weapon = "pistol"
            $0.serial = "1"
        }
        #expect(armed.person == person && armed.zones == [zone] && armed.body == body)
        #expect(armed.starts == hanoi("2025-10-25T06:00") && armed.ends == hanoi("2025-10-25T18:00"))
    }

    @Test mutating func `enter somebody known with a numbered weapon, somewhere, for some time, once`() {
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.person = nil } == "armed_person_unknown")
        #expect(refusal { $0.serial = "" } == "armed_person_without_weapon")
        #expect(refusal { $0.zones = [] } == "armed_person_without_zone_or_time")
        #expect(refusal { $0.ends = hanoi("2025-10-25T11:00") } == "armed_person_without_zone_or_time")
        let unknown = given.refusal(of: admittingArmed, making: ArmedPerson.self, by: "NOBODY") { fill(&$0) }
        #expect(unknown == "officer_unknown")
        var prepared = ArmedPerson("A")
        fill(&prepared)
        let line = given.add(prepared)
        #expect(given.refusal(of: admittingArmed, to: line) == nil)
        let officer = officer
        given.change(line) { $0.enteredBy = officer }
        #expect(given.refusal(of: admittingArmed, to: line) == "armed_person_already_entered")
    }

    @Test mutating func `license what a delegation announced, signed by the officer of the act`() throws {
        let (zone, delegation) = (zone, delegation)
        given.add(
            ForeignSecurity("F1") {
                $0.delegation = delegation
                $0.weapons = ["W-2", "W-1"]
                $0.zones = [zone]
            })
        given.add(ForeignSecurity("F2") { $0.delegation = delegation })
        let licence = try given.made(licensingForeignSecurity, ForeignSecurityLicence.self, from: Reference(delegation))
        #expect(licence.delegation == delegation && licence.officers == 2 && licence.officersInCore == 1)
        #expect(licence.weapons == ["W-1", "W-2"] && licence.zones == [zone])
        #expect(licence.validFrom == day("2025-10-24") && licence.validTo == day("2025-10-27"))
        #expect(licence.signedBy == officer && licence.signedOn == day("2025-10-25"))
        let told = try given.made(licensingForeignSecurity, ForeignSecurityLicence.self, from: Reference(delegation)) {
            $0.signedOn = day("2025-10-20")
        }
        #expect(told.signedOn == day("2025-10-20"))
    }

    @Test mutating func `license a delegation, with numbers that add up, until the licence is withdrawn`() throws {
        let (delegation, officer) = (delegation, officer)
        let licence = given.add(
            ForeignSecurityLicence("L") {
                $0.delegation = delegation
                $0.officers = 4
                $0.officersInCore = 2
            })
        #expect(given.refusal(of: licensingForeignSecurity, to: licence) == nil)
        #expect(given.refusal(of: licensingForeignSecurity, to: licence, by: "NOBODY") == "officer_unknown")
        #expect(given.refusal(of: licensingForeignSecurity, to: licence) { $0.delegation = nil } == "licence_without_delegation")
        #expect(given.refusal(of: licensingForeignSecurity, to: licence) { $0.officersInCore = 5 } == "licence_core_above_total")
        #expect(given.refusal(of: withdrawingLicence, to: licence) == "licence_unsigned")
        given.change(licence) {
            $0.signedBy = officer
            $0.signedOn = day("2025-10-20")
        }
        #expect(given.refusal(of: licensingForeignSecurity, to: licence) == "licence_already_signed")
        let withdrawn = try given.done(withdrawingLicence, to: licence)
        #expect(withdrawn.signedBy == nil && withdrawn.signedOn == nil && withdrawn.officers == 4)
    }

    @Test mutating func `let in a guard under the licence, from now on or as planned`() throws {
        let (zone, delegation, person) = (zone, delegation, person)
        let licence = given.add(
            ForeignSecurityLicence("L") {
                $0.delegation = delegation
                $0.zones = [zone]
            })
        let admitted = try given.made(admittingForeignSecurity, ForeignSecurity.self, from: Reference(licence)) { $0.person = person }
        #expect(admitted.delegation == delegation && admitted.zones == [zone] && admitted.starts == noon)
        let planned = given.add(
            ForeignSecurity("F") {
                $0.person = person
                $0.delegation = delegation
                $0.starts = hanoi("2025-10-25T06:00")
            })
        #expect(try given.done(admittingForeignSecurity, to: planned).starts == hanoi("2025-10-25T06:00"))
        #expect(given.refusal(of: admittingForeignSecurity, to: planned) { $0.person = nil } == "foreign_guard_unknown")
        let homeless = given.refusal(of: admittingForeignSecurity, to: planned) { $0.delegation = nil }
        #expect(homeless == "foreign_guard_without_delegation")
    }

    @Test mutating func `close an incident, once, with its outcome`() throws {
        let incident = given.add(Incident("I"))
        #expect(given.refusal(of: closingIncident, to: incident) == "incident_without_outcome")
        let closed = try given.done(closingIncident, to: incident) { $0.outcome = "a lost bag" }
        #expect(closed.state == .closed && closed.closedAt == noon && closed.closedBy == officer)
        let told = hanoi("2025-10-25T11:50")
        let earlier = try given.done(closingIncident, to: incident, by: "NOBODY") {
            $0.outcome = "a lost bag"
            $0.closedAt = told
        }
        #expect(earlier.closedAt == told && earlier.closedBy == nil)
        given.change(incident) { $0.state = .closed }
        #expect(given.refusal(of: closingIncident, to: incident) == "incident_already_closed")
    }

    @Test mutating func `reopen a closed incident, which keeps its outcome`() throws {
        let officer = officer
        let incident = given.add(Incident("I"))
        #expect(given.refusal(of: reopeningIncident, to: incident) == "incident_not_closed")
        given.change(incident) {
            $0.state = .closed
            $0.closedAt = hanoi("2025-10-25T11:50")
            $0.closedBy = officer
            $0.outcome = "a lost bag"
        }
        let open = try given.done(reopeningIncident, to: incident)
        #expect(open.state == .open && open.closedAt == nil && open.closedBy == nil && open.outcome == "a lost bag")
    }
}
