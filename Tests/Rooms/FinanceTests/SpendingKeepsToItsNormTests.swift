import Finance
import Ledger
import RulebookTesting
import Testing

@Suite struct `FIN-01 Spending keeps to its norm` {
    private var scene = FinanceScene()

    @Test func `a line that is exactly its norm times persons and days`() {
        #expect(scene.given.finds(spendingKeepsToItsNorm) == [])
    }

    @Test mutating func `a dong too many, until somebody approves it`() {
        scene.given.change(scene.line) { $0.amount += 1 }
        #expect(scene.given.finds(spendingKeepsToItsNorm) == ["FIN-01:estimated E1 N-MEAL-A"])
        scene.given.change(scene.line) { $0.approvalReference = "12/QĐ" }
        #expect(scene.given.finds(spendingKeepsToItsNorm) == [])
    }

    @Test mutating func `more was paid than the norm allows for those who came`() {
        scene.pay("A1", 9_000_000, persons: 1)
        #expect(scene.given.finds(spendingKeepsToItsNorm) == ["FIN-01:paid A1 N-MEAL-A"])
    }

    @Test mutating func `flowers count persons and not days; an invoice has no ceiling`() {
        scene.given.change(scene.norm) { $0.unit = .person }
        #expect(scene.given.finds(spendingKeepsToItsNorm) == ["FIN-01:estimated E1 N-MEAL-A"])
        scene.given.change(scene.norm) { $0.unit = .invoice }
        #expect(scene.given.finds(spendingKeepsToItsNorm) == [])
    }

    // Worked example of field 6: class A, head, deputy and six members, three nights.
    @Test mutating func `rooms of a class A delegation`() {
        scene.given.change(scene.norm) {
            $0.item = .room
            $0.unit = .roomNight
            $0.amount = 3_500_000
        }
        scene.given.change(scene.line) {
            $0.persons = 6
            $0.days = 3
            $0.amount = 63_000_000
        }
        #expect(scene.given.finds(spendingKeepsToItsNorm) == [])
    }
}
