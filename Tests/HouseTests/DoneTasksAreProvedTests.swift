import Committee
import House
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-05 Done tasks are proved` {
    private var given = Given(kinds: houseRegister.kinds)
    private let task: ID<PlanTask>

    init() {
        task = given.add(PlanTask("T") { $0.state = .done })
    }

    private mutating func measure(answered: Int, of total: Int) {
        for number in 0..<total {
            given.add(Directive("CD-\(number)") { $0.answeredOn = number < answered ? day("2025-10-13") : nil })
        }
        let measure = given.add(Measure("MS-DIR") { $0.quantity = MeasuredQuantity("directives_answered") })
        given.change(task) { $0.measure = measure }
    }

    @Test mutating func `it has no evidence`() {
        #expect(given.finds(doneTasksAreProved) == ["CMD-05:evidence T"])
        given.change(task) { $0.evidence = ["BB-12"] }
        #expect(given.finds(doneTasksAreProved) == [])
    }

    @Test mutating func `a hundred percent is reported done`() {
        given.change(task) {
            $0.state = .open
            $0.percent = 100
        }
        #expect(given.finds(doneTasksAreProved) == ["CMD-05:evidence T"])
        given.change(task) { $0.percent = 99 }
        #expect(given.finds(doneTasksAreProved) == [])
    }

    @Test mutating func `its measure is complete`() {
        measure(answered: 2, of: 2)
        #expect(given.finds(doneTasksAreProved) == [])
    }

    @Test mutating func `its measure is not complete`() {
        measure(answered: 1, of: 2)
        #expect(given.finds(doneTasksAreProved) == ["CMD-05:measure T MS-DIR"])
    }

    @Test mutating func `a measure with nothing to count is not complete`() {
        measure(answered: 0, of: 0)
        #expect(given.finds(doneTasksAreProved) == ["CMD-05:measure T MS-DIR"])
    }
}
