import Accreditation
import Committee
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-11 Roles are qualified` {
    @Test(arguments: [Role.interpreter, .driver, .armed, .medical])
    func `a role that needs a skill has none on record`(role: Role) {
        #expect(AccreditationCase(role: role).given.finds(rolesAreQualified) == ["PTY-11:missing B"])
    }

    @Test func `a delegate needs none`() {
        #expect(AccreditationCase().given.finds(rolesAreQualified) == [])
    }

    @Test func `an interpreter's certificate counts from its verification to its end`() {
        var facts = AccreditationCase(role: .interpreter)
        let person = facts.person
        let body = facts.given.add(Body("LANG"))
        let certificate = facts.given.add(
            Qualification("Q") {
                $0.person = person
                $0.skill = .interpretation
            })
        #expect(facts.given.finds(rolesAreQualified) == ["PTY-11:unverified B"])
        facts.given.change(certificate) {
            $0.verifiedBy = body
            $0.verifiedOn = day("2025-10-01")
        }
        #expect(facts.given.finds(rolesAreQualified) == [])
        facts.given.change(certificate) { $0.until = day("2025-10-13") }
        #expect(facts.given.finds(rolesAreQualified) == ["PTY-11:unverified B"])
    }

    @Test func `a driver's certificate makes no interpreter`() {
        var facts = AccreditationCase(role: .interpreter)
        let person = facts.person
        let body = facts.given.add(Body("POLICE"))
        facts.given.add(
            Qualification("Q") {
                $0.person = person
                $0.skill = .driving
                $0.verifiedBy = body
                $0.verifiedOn = day("2025-10-01")
            })
        #expect(facts.given.finds(rolesAreQualified) == ["PTY-11:missing B"])
    }
}
