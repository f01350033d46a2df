import Accreditation
import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `What stops the acts of the badge office` {
    @Test(arguments: accreditationStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: accreditationRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: accreditationRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(accreditationStops.pairs == accreditationRules.stopPairs)
    }
}

private let accreditationStops =
    applicationStops(nominationsFitTheDelegation) { isMended in
        var facts = AccreditationCase()
        let delegation = facts.given.add(Delegation("D") { $0.quota = isMended ? 1 : 0 })
        facts.given.change(facts.application) { $0.delegation = delegation }
        return facts
    }
    + applicationStops(nominationsFitTheCategory) { isMended in
        var facts = AccreditationCase()
        facts.given.change(facts.category) { $0.quota = isMended ? 1 : 0 }
        return facts
    }
    + applicationStops(zonesHoldWhoMayCome) { isMended in
        var facts = AccreditationCase()
        let category = facts.category
        let zone = facts.given.add(Zone("HALL") { $0.capacity = isMended ? 2 : 1 })
        facts.given.add(
            AccessSlot("S") {
                $0.zone = zone
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T10:00")
                $0.categories = [category]
            })
        facts.given.add(
            Application("A2") {
                $0.category = category
                $0.state = .submitted
            })
        return facts
    }
    + badgeStops(onePersonOneBadge) { isMended in
        var facts = AccreditationCase()
        let badge = facts.given.picture[facts.badge]
        facts.given.add(
            Badge("B2") {
                $0.person = badge?.person ?? .blank
                $0.category = badge?.category ?? .blank
                $0.serial = "000002"
                $0.state = isMended ? .returned : .validated
            })
        return facts
    }
    + badgeStops(badgesRestOnAClearedApplication) { isMended in
        var facts = AccreditationCase()
        if !isMended { facts.given.change(facts.application) { $0.vetting = .objected } }
        return facts
    }
    + badgeStops(threeOfficersMakeABadge) { isMended in
        var facts = AccreditationCase()
        if !isMended { facts.given.change(facts.application) { $0.vettedBy = $0.appliedBy } }
        return facts
    }
    + badgeStops(rolesAreQualified) { isMended in
        var facts = AccreditationCase(role: .interpreter)
        let person = facts.person
        let body = facts.given.add(Body("LANG"))
        facts.given.add(
            Qualification("Q") {
                $0.person = person
                $0.skill = .interpretation
                $0.verifiedBy = isMended ? body : nil
                $0.verifiedOn = isMended ? day("2025-10-01") : nil
            })
        return facts
    }
    + badgeStops(journalistsAreSentByTheirOutlet) { isMended in AccreditationCase.journalist(isConfirmed: isMended) }

/// A rule stops an application that is handed in, and its approval.
private func applicationStops(_ rule: Rule, facts: @escaping @Sendable (_ isMended: Bool) -> AccreditationCase) -> [StopCase] {
    [
        StopCase(nominating, rule) { isMended in
            var facts = facts(isMended)
            facts.given.change(facts.application) { $0.state = .draft }
            return try facts.given.attempt(nominating, on: facts.application, by: "O1")
        },
        StopCase(approving, rule) { isMended in
            var facts = facts(isMended)
            facts.given.change(facts.application) { $0.state = .submitted }
            return try facts.given.attempt(approving, on: facts.application, by: "O2")
        },
    ]
}

/// A rule stops a badge that is made, made anew, or handed over.
private func badgeStops(_ rule: Rule, facts: @escaping @Sendable (_ isMended: Bool) -> AccreditationCase) -> [StopCase] {
    [
        StopCase(issuing, rule) { isMended in
            var facts = facts(isMended)
            facts.given.change(facts.badge) { $0.state = .draft }
            return try facts.given.attempt(issuing, on: facts.badge, by: "O3")
        },
        StopCase(reissuing, rule) { isMended in
            var facts = facts(isMended)
            facts.given.change(facts.badge) { $0.state = .revoked }
            return try facts.given.attempt(reissuing, making: Badge.self, from: Reference(facts.badge), by: "O3")
        },
        StopCase(validating, rule) { isMended in
            let facts = facts(isMended)
            return try facts.given.attempt(validating, on: facts.badge)
        },
    ]
}

extension AccreditationCase {
    /// A reporter with a complete letter, whose outlet has confirmed it or not yet.
    fileprivate static func journalist(isConfirmed: Bool) -> AccreditationCase {
        var facts = AccreditationCase(role: .journalist, group: .media)
        let (application, officer) = (facts.application, facts.officers[0])
        let contact = facts.given.add(
            Contact("DESK") {
                $0.foundThrough = .officialDirectory
                $0.verifiedOn = day("2025-10-01")
                $0.verifiedBy = officer
            })
        let outlet = facts.given.add(
            Outlet("NEWS") {
                $0.contact = contact
                $0.confirmedOn = isConfirmed ? day("2025-10-02") : nil
                $0.confirmedBy = officer
            })
        facts.given.change(application) { $0.outlet = outlet }
        facts.given.add(
            AssignmentLetter("L") {
                $0.application = application
                $0.outlet = outlet
                $0.isOnLetterhead = true
                $0.isSignedByEditor = true
                $0.namesPerson = true
                $0.function = .reporter
                $0.coversFrom = day("2025-10-24")
                $0.coversTo = day("2025-10-26")
            })
        return facts
    }
}
