import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `The acts of security` {
    private var given = Given(kinds: [Kind(Zone.self), Kind(Person.self), Kind(Delegation.self), Kind(SecureDeclaration.self)])
    private let zone: ID<Zone>
    private let person: ID<Person>
    private let delegation: ID<Delegation>

    init() {
        zone = given.add(Zone("HALL"))
        person = given.add(Person("N1"))
        delegation = given.add(Delegation("DEL"))
    }

    private func refusal<Record: Entity>(_ name: ActName, _ after: Record, before: Record? = nil) -> String? {
        func row(_ record: Record) -> Row<Record> { Row(record, happened: .distantPast, sequence: 0) }
        return protectionActs.first { $0.name == name }!.refusal(before.map(row), row(after), given.picture)?.code
    }

    @Test mutating func `a zone is declared secure once at a time`() {
        let declaration = SecureDeclaration("D", id: 9) { [zone] in $0.zone = zone }
        #expect(refusal(.declareSecure, declaration) == nil)
        #expect(refusal(.declareSecure, SecureDeclaration("D")) == "secure_declaration_without_zone")
        given.add(SecureDeclaration("D0") { [zone] in $0.zone = zone })
        #expect(refusal(.declareSecure, declaration) == "secure_declaration_stands")
    }

    @Test func `somebody known carries a weapon with a number, somewhere, for some time`() {
        func armed(_ fill: (inout ArmedPerson) -> Void = { _ in }) -> ArmedPerson {
            ArmedPerson("A") {
                $0.person = person
                $0.weapon = "pistol"
                $0.serial = "1"
                $0.zones = [zone]
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T18:00")
                fill(&$0)
            }
        }
        #expect(refusal(.admitArmed, armed()) == nil)
        #expect(refusal(.admitArmed, armed { $0.person = nil }) == "armed_person_unknown")
        #expect(refusal(.admitArmed, armed { $0.serial = "" }) == "armed_person_without_weapon")
        #expect(refusal(.admitArmed, armed { $0.zones = [] }) == "armed_person_without_zone_or_time")
    }

    @Test func `a licence names a delegation, adds up and is signed`() {
        func licence(_ fill: (inout ForeignSecurityLicence) -> Void = { _ in }) -> ForeignSecurityLicence {
            ForeignSecurityLicence("L") {
                $0.delegation = delegation
                $0.officers = 4
                $0.officersInCore = 2
                $0.signedBy = ID<Officer>(1)
                fill(&$0)
            }
        }
        #expect(refusal(.licenseForeignSecurity, licence()) == nil)
        #expect(refusal(.licenseForeignSecurity, licence { $0.delegation = nil }) == "licence_without_delegation")
        #expect(refusal(.licenseForeignSecurity, licence { $0.officersInCore = 5 }) == "licence_core_above_total")
        #expect(refusal(.licenseForeignSecurity, licence { $0.signedBy = nil }) == "licence_unsigned")
    }

    @Test func `a guard of a delegation is known and has a time`() {
        func guardian(_ fill: (inout ForeignSecurity) -> Void = { _ in }) -> ForeignSecurity {
            ForeignSecurity("F") {
                $0.person = person
                $0.delegation = delegation
                $0.starts = hanoi("2025-10-25T06:00")
                fill(&$0)
            }
        }
        #expect(refusal(.admitForeignSecurity, guardian()) == nil)
        #expect(refusal(.admitForeignSecurity, guardian { $0.person = nil }) == "foreign_guard_unknown")
        #expect(refusal(.admitForeignSecurity, guardian { $0.delegation = nil }) == "foreign_guard_without_delegation")
        #expect(refusal(.admitForeignSecurity, guardian { $0.starts = nil }) == "foreign_guard_without_time")
    }

    @Test func `an incident is closed once, with its outcome`() {
        let open = Incident("I")
        let closed = Incident("I") {
            $0.state = .closed
            $0.closedAt = hanoi("2025-10-25T12:00")
            $0.outcome = "a lost bag"
        }
        let silent = Incident("I") {
            $0.state = .closed
            $0.closedAt = closed.closedAt
        }
        #expect(refusal(.closeIncident, closed, before: open) == nil)
        #expect(refusal(.closeIncident, closed, before: closed) == "incident_already_closed")
        #expect(refusal(.closeIncident, open, before: open) == "incident_not_closed")
        #expect(refusal(.closeIncident, silent, before: open) == "incident_without_outcome")
    }
}
