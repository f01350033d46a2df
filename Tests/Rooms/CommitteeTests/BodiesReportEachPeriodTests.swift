import Committee
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-08 Bodies report each period` {
    private var given = Given(at: "2025-10-22T03:00:00Z", kinds: committeeKinds)
    private let body: ID<Body>

    init() {
        let body = given.add(Body("TB-LT"))
        given.add(
            PlanTask("T") {
                $0.lead = body
                $0.starts = day("2025-10-14")
            })
        self.body = body
    }

    private mutating func report(until last: String, filed: Bool = true) {
        let body = body
        given.add(
            Report("BC") {
                $0.body = body
                $0.periodTo = day(last)
                $0.filedOn = filed ? day(last) : nil
            })
    }

    @Test func `nothing was filed for the week that is over`() {
        #expect(given.finds(bodiesReportEachPeriod) == ["CMD-08 TB-LT"])
    }

    @Test mutating func `the week that is over was reported`() {
        report(until: "2025-10-19")
        #expect(given.finds(bodiesReportEachPeriod) == [])
    }

    @Test(arguments: [("2025-10-12", true), ("2025-10-19", false)])
    mutating func `an older report, or one not filed, does not do`(last: String, filed: Bool) {
        report(until: last, filed: filed)
        #expect(given.finds(bodiesReportEachPeriod) == ["CMD-08 TB-LT"])
    }

    @Test mutating func `tasks that begin only now are not asked about yet`() {
        given.change(ID<PlanTask>(1)) { $0.starts = day("2025-10-20") }
        #expect(given.finds(bodiesReportEachPeriod) == [])
    }

    @Test mutating func `the ceremony may ask for a report every other day`() {
        given.add(
            Ceremony("HANOI") {
                $0.reportsFrom = day("2025-10-14")
                $0.reportDays = 2
            })
        report(until: "2025-10-19")
        #expect(given.finds(bodiesReportEachPeriod) == ["CMD-08 TB-LT"])
        report(until: "2025-10-21")
        #expect(given.finds(bodiesReportEachPeriod) == [])
    }
}
