import Committee
import House
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-04 Reported percent is measured` {
    private var given = Given(kinds: houseRegister.kinds)
    private let task: ID<PlanTask>
    private let directives: [ID<Directive>]

    init() {
        let measure = given.add(Measure("MS-DIR") { $0.quantity = MeasuredQuantity("directives_answered") })
        var directives: [ID<Directive>] = []
        for number in 1...10 {
            directives.append(given.add(Directive("CD-\(number)") { $0.answeredOn = number <= 5 ? day("2025-10-13") : nil }))
        }
        task = given.add(
            PlanTask("T") {
                $0.measure = measure
                $0.percent = 60
            })
        self.directives = directives
    }

    @Test func `ten points above what is measured are allowed`() {
        #expect(given.finds(reportedPercentIsMeasured) == [])
    }

    @Test mutating func `eleven are not`() {
        given.change(task) { $0.percent = 61 }
        #expect(given.finds(reportedPercentIsMeasured) == ["CMD-04 T MS-DIR"])
    }

    @Test mutating func `a task reported done counts as a hundred`() {
        given.change(task) { $0.state = .done }
        #expect(given.finds(reportedPercentIsMeasured) == ["CMD-04 T MS-DIR"])
        given.change(task) { $0.state = .cancelled }
        #expect(given.finds(reportedPercentIsMeasured) == [])
    }

    @Test mutating func `a measure with nothing to count says nothing`() {
        given.change(ID<Measure>(1)) { $0.quantity = MeasuredQuantity("outlets_confirmed") }
        given.change(task) { $0.percent = 100 }
        #expect(given.finds(reportedPercentIsMeasured) == [])
    }

    @Test mutating func `what is counted asks again about the task, and what is not does not`() {
        #expect(given.asksAgain(reportedPercentIsMeasured, after: directives[0]) { $0.answeredOn = nil } == ["CMD-04 T"])
        let body = given.add(Body("BCA"))
        #expect(given.asksAgain(reportedPercentIsMeasured, after: body) { $0.note = "lead" } == [])
    }
}
