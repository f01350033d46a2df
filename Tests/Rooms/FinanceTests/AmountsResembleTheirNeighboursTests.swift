import Finance
import Ledger
import RulebookTesting
import Testing

@Suite struct `FIN-05 Amounts resemble their neighbours` {
    private var scene = FinanceScene()

    private mutating func norm(_ code: String, _ amount: Int?) -> ID<Norm> {
        scene.given.add(
            Norm(code) {
                $0.item = .meals
                $0.amount = amount
            })
    }

    @Test mutating func `the norms of Circular 71 for meals`() {
        _ = norm("B", 1_000_000)
        _ = norm("C", 800_000)
        _ = norm("O", 600_000)
        #expect(scene.given.finds(amountsResembleTheirNeighbours) == [])
    }

    @Test mutating func `8.000.000 printed for 800.000`() {
        _ = norm("B", 540_000)
        _ = norm("C", 8_000_000)
        scene.given.change(scene.norm) { $0.amount = 800_000 }
        scene.given.change(scene.line) { $0.unitPrice = 800_000 }
        #expect(scene.given.finds(amountsResembleTheirNeighbours) == ["FIN-05:norm C"])
    }

    @Test mutating func `a price typed a thousand times its norm`() {
        scene.given.change(scene.line) { $0.unitPrice = 1_500_000_000 }
        #expect(scene.given.finds(amountsResembleTheirNeighbours) == ["FIN-05:price E1"])
    }

    @Test mutating func `where the norm has no amount, the other lines are the neighbours`() {
        let special = norm("S", nil)
        for (code, price) in [("X1", 3_000_000), ("X2", 4_000_000), ("X3", 3_000_000_000)] {
            scene.given.add(
                Estimate(code) {
                    $0.norm = special
                    $0.unitPrice = price
                })
        }
        #expect(scene.given.finds(amountsResembleTheirNeighbours) == ["FIN-05:price X3"])
    }
}
