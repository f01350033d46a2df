import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-01 Party symbols are approved` {
    private var given = Given.ceremonial()
    private let party: ID<Party>
    private let plan: ID<SeatPlan>

    init() {
        party = given.add(Party("ALB"))
        plan = given.add(SeatPlan("HALL") { $0.status = .approved })
        given.add(
            Seat("S1") { [party, plan] in
                $0.plan = plan
                $0.party = party
            })
    }

    @discardableResult
    private mutating func symbol(_ kind: Symbol.Sort, _ fill: (inout Symbol) -> Void = { _ in }) -> ID<Symbol> {
        given.add(
            Symbol("ALB-\(kind.rawValue)") { [party] in
                $0.party = party
                $0.kind = kind
                $0.source = .mission
                $0.hash = "a1"
                $0.approvedHash = "a1"
                $0.approvedBy = ID(1)
                $0.approvedOn = day("2025-10-10")
                fill(&$0)
            })
    }

    @Test func `a seated party of which nothing is there`() {
        #expect(given.finds(partySymbolsAreApproved) == ["PRO-01:anthem ALB", "PRO-01:flag ALB", "PRO-01:name_plate ALB"])
    }

    @Test mutating func `all three are there and approved, the plate of the host's own make`() {
        symbol(.flag)
        symbol(.anthem) { $0.source = .foreignMinistry }
        symbol(.namePlate) { $0.source = .ownMake }
        #expect(given.finds(partySymbolsAreApproved) == [])
    }

    @Test mutating func `an anthem from the internet, and a flag changed since its approval`() {
        symbol(.flag) { $0.hash = "b2" }
        symbol(.anthem) { $0.source = .internet }
        symbol(.namePlate)
        #expect(given.finds(partySymbolsAreApproved) == ["PRO-01:unapproved ALB ALB-flag", "PRO-01:unapproved ALB ALB-anthem"])
    }

    @Test mutating func `a draft plan asks for nothing until it is opened`() {
        given.change(plan) { $0.status = .draft }
        #expect(given.finds(partySymbolsAreApproved) == [])
        #expect(given.asksAgain(partySymbolsAreApproved, after: plan) { $0.opened = hanoi("2025-10-25T08:00") } == ["PRO-01 ALB"])
    }

    @Test mutating func `a party that signs without any seat`() {
        let signer = given.add(Party("NIU"))
        let session = given.opening()
        given.add(
            Appearance("A1") {
                $0.session = session
                $0.role = .signer
                $0.party = signer
            })
        given.change(party) { $0.kind = .company }
        #expect(
            given.finds(partySymbolsAreApproved)
                == ["PRO-01:name_plate ALB", "PRO-01:anthem NIU", "PRO-01:flag NIU", "PRO-01:name_plate NIU"])
    }
}
