import Committee
import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-08 Tables respect needs and taboos` {
    private var given = Given.ceremonial()
    private let gala: ID<Session>
    private let party: ID<Party>
    private let wine: ID<TableItem>

    init() {
        gala = given.opening()
        party = given.add(Party("IRN"))
        let plan = given.add(SeatPlan("TABLES") { [gala] in $0.session = gala })
        given.add(
            Seat("S1") { [party] in
                $0.plan = plan
                $0.table = "T1"
                $0.party = party
            })
        wine = given.add(
            TableItem("WINE") { [gala] in
                $0.session = gala
                $0.table = "T1"
                $0.kind = .drink
                $0.tags = ["Alcohol"]
            })
    }

    private mutating func need(_ fill: (inout TableNeed) -> Void) {
        given.add(
            TableNeed("N1") {
                $0.avoid = ["alcohol", "pork"]
                fill(&$0)
            })
    }

    @Test mutating func `wine at the table of a party that takes none anywhere`() {
        need { [party] in $0.party = party }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == ["PRO-08 WINE N1"])
    }

    @Test mutating func `the party sits at another table`() {
        need { [party] in $0.party = party }
        given.change(wine) { $0.table = "T2" }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == [])
    }

    @Test mutating func `wine on every table, and one table takes none`() {
        need { [gala] in
            $0.session = gala
            $0.table = "T7"
        }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == [])
        given.change(wine) { $0.table = "" }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == ["PRO-08 WINE N1"])
    }

    @Test mutating func `a gift for one party does not touch another's taboos`() {
        let other = given.add(Party("FRA"))
        need { [party] in $0.party = party }
        given.change(wine) {
            $0.kind = .gift
            $0.table = ""
            $0.party = other
        }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == [])
        given.change(wine) { [party] in $0.party = party }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == ["PRO-08 WINE N1"])
    }

    @Test mutating func `the mission has seen it, or an authority has decided`() {
        need { [party] in $0.party = party }
        given.change(wine) { $0.reviewedByMissionOn = day("2025-10-12") }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == [])
        given.change(wine) {
            $0.reviewedByMissionOn = nil
            $0.decidedBy = ID(1)
            $0.decidedOn = day("2025-10-12")
        }
        #expect(given.finds(tablesRespectNeedsAndTaboos) == [])
    }
}
