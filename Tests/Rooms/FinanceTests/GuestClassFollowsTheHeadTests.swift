import Committee
import Finance
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `FIN-04 The guest class follows the head` {
    private var scene = FinanceScene()
    private let delegation: ID<Delegation>

    init() {
        for (level, tier) in [(Level.headOfState, GuestClass.Tier.special), (.vicePresident, .a), (.minister, .b)] {
            scene.given.add(
                GuestClass("GC-\(level.rawValue)") {
                    $0.level = level
                    $0.guestClass = tier
                })
        }
        delegation = scene.given.add(Delegation("D-LAO") { $0.levelOfHead = .vicePresident })
        scene.given.change(scene.line) { [delegation] in $0.delegation = delegation }
    }

    @Test func `a vice-president is received in class A`() {
        #expect(scene.given.finds(guestClassFollowsTheHead) == [])
    }

    @Test mutating func `a minister is received in class A`() {
        scene.given.change(delegation) { $0.levelOfHead = .minister }
        #expect(scene.given.finds(guestClassFollowsTheHead) == ["FIN-04:class E1 D-LAO"])
    }

    @Test mutating func `the table does not know the level, or not yet`() {
        scene.given.change(delegation) { $0.levelOfHead = .ambassador }
        #expect(scene.given.finds(guestClassFollowsTheHead) == ["FIN-04:level E1 D-LAO"])
        scene.given.change(delegation) { $0.levelOfHead = .vicePresident }
        scene.given.change(ID<GuestClass>(2)) { $0.validFrom = day("2025-10-26") }
        #expect(scene.given.finds(guestClassFollowsTheHead) == ["FIN-04:level E1 D-LAO"])
    }

    @Test mutating func `a special class needs its plan and approval`() {
        scene.given.change(delegation) { $0.levelOfHead = .headOfState }
        scene.given.change(scene.line) { $0.guestClass = .special }
        #expect(scene.given.finds(guestClassFollowsTheHead) == ["FIN-04:special E1 D-LAO"])
        let plan = scene.given.add(Plan("DA-LT"))
        scene.given.change(scene.line) {
            $0.plan = plan
            $0.approvalReference = "45/TTr"
        }
        #expect(scene.given.finds(guestClassFollowsTheHead) == [])
    }
}
