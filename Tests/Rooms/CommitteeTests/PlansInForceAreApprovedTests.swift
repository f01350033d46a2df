import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `CMD-09 Plans in force are approved` {
    private var given = Given(kinds: committeeKinds)
    private let committee: ID<Body>
    private let plan: ID<Plan>

    init() {
        let committee = given.add(Body("BCD") { $0.validFrom = day("2025-10-08") })
        plan = given.add(
            Plan("DA-LT") {
                $0.status = .inForce
                $0.version = 2
                $0.approver = committee
                $0.approvedBy = committee
                $0.approvedVersion = 2
                $0.approvedOn = day("2025-10-18")
            })
        self.committee = committee
    }

    @Test func `its authority approved this version`() {
        #expect(given.finds(plansInForceAreApproved) == [])
    }

    @Test mutating func `nobody is named who must approve it`() {
        given.change(plan) { $0.approver = nil }
        #expect(given.finds(plansInForceAreApproved) == ["CMD-09:no_approver DA-LT"])
    }

    @Test mutating func `another body approved it`() {
        let other = given.add(Body("BTK"))
        given.change(plan) { $0.approvedBy = other }
        #expect(given.finds(plansInForceAreApproved) == ["CMD-09:approver DA-LT"])
    }

    @Test mutating func `it has changed since its approval`() {
        given.change(plan) { $0.version = 3 }
        #expect(given.finds(plansInForceAreApproved) == ["CMD-09:version DA-LT"])
        #expect(given.slips(plansInForceAreApproved).first?.stops == [.approvePlan])
    }

    @Test mutating func `the approval bears no date`() {
        given.change(plan) { $0.approvedOn = nil }
        #expect(given.finds(plansInForceAreApproved) == ["CMD-09:no_day DA-LT"])
    }

    @Test mutating func `its authority did not exist on that day`() {
        given.change(plan) { $0.approvedOn = day("2025-10-07") }
        #expect(given.finds(plansInForceAreApproved) == ["CMD-09:approver_gone DA-LT BCD"])
    }

    @Test mutating func `a draft needs no approval`() {
        given.change(plan) {
            $0.status = .drafting
            $0.approvedBy = nil
        }
        #expect(given.finds(plansInForceAreApproved) == [])
    }
}
