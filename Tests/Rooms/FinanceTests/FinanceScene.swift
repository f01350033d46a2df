import Committee
import Finance
import Ledger
import Parties
import RulebookTesting

/// A body with a norm for meals of class A, and a line of its estimate: 2 persons, 3 days, within the norm.
struct FinanceScene {
    var given: Given
    let body: ID<Body>
    let norm: ID<Norm>
    let line: ID<Estimate>

    init() {
        var given = Given(kinds: financeKinds + [Kind(Body.self), Kind(Plan.self), Kind(Delegation.self)])
        let body = given.add(Body("BNG"))
        let norm = given.add(
            Norm("N-MEAL-A") {
                $0.item = .meals
                $0.guestClass = .a
                $0.amount = 1_500_000
                $0.scope = .law
                $0.validFrom = day("2018-11-01")
                $0.legalReference = "71/2018/TT-BTC, art. 8"
            })
        line = given.add(
            Estimate("E1") {
                $0.body = body
                $0.item = .meals
                $0.guestClass = .a
                $0.norm = norm
                $0.persons = 2
                $0.days = 3
                $0.unitPrice = 1_500_000
                $0.amount = 9_000_000
                $0.forDay = day("2025-10-25")
                $0.status = .submitted
            })
        self.given = given
        self.body = body
        self.norm = norm
    }

    @discardableResult
    mutating func pay(_ code: String, _ amount: Int, persons: Int = 2, days: Int = 3) -> ID<Actual> {
        given.add(
            Actual(code) { [body, line] in
                $0.body = body
                $0.estimate = line
                $0.persons = persons
                $0.days = days
                $0.amount = amount
                $0.paidOn = day("2025-10-26")
            })
    }
}
