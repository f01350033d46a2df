import Committee
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-10 Officers act while in their role` {
    private var given = Given(kinds: committeeKinds)
    private let body: ID<Body>
    private let officer: ID<Officer>

    init() {
        let body = given.add(Body("TB-ANTT"))
        officer = given.add(
            Officer("ANTT-HEAD") {
                $0.body = body
                $0.validFrom = day("2025-08-06")
                $0.validTo = day("2025-10-07")
            })
        self.body = body
    }

    @Test mutating func `a task runs on after the role has ended`() {
        let officer = officer
        given.add(
            PlanTask("T") {
                $0.officer = officer
                $0.starts = day("2025-10-01")
                $0.due = day("2025-10-10")
            })
        #expect(given.finds(officersActWhileInTheirRole) == ["CMD-10 ANTT-HEAD T"])
    }

    @Test mutating func `a task was done before the role ended`() {
        let officer = officer
        given.add(
            PlanTask("T") {
                $0.officer = officer
                $0.due = day("2025-10-10")
                $0.state = .done
                $0.doneOn = day("2025-10-07")
            })
        #expect(given.finds(officersActWhileInTheirRole) == [])
    }

    @Test mutating func `the body ended before the role did`() {
        let officer = officer
        given.change(body) { $0.validTo = day("2025-09-30") }
        given.add(
            Report("BC") {
                $0.signedBy = officer
                $0.filedOn = day("2025-10-01")
            })
        #expect(given.finds(officersActWhileInTheirRole) == ["CMD-10 ANTT-HEAD BC"])
    }

    @Test mutating func `every signature, chair and answer is a use of the role`() {
        let officer = officer
        let late = day("2025-10-13")
        given.add(
            Plan("P") {
                $0.signedBy = officer
                $0.approvedOn = late
            })
        given.add(
            Report("R") {
                $0.signedBy = officer
                $0.filedOn = late
            })
        given.add(
            Meeting("M") {
                $0.chair = officer
                $0.starts = hanoi("2025-10-13T08:00")
            })
        given.add(
            Directive("D") {
                $0.signedBy = officer
                $0.issuedOn = late
            })
        given.add(
            Decision("Q") {
                $0.signedBy = officer
                $0.decidedOn = late
            })
        given.add(
            Escalation("E") {
                $0.answeredBy = officer
                $0.answered = hanoi("2025-10-13T09:00")
            })
        #expect(
            given.finds(officersActWhileInTheirRole) == [
                "CMD-10 ANTT-HEAD P", "CMD-10 ANTT-HEAD R", "CMD-10 ANTT-HEAD M", "CMD-10 ANTT-HEAD D", "CMD-10 ANTT-HEAD E",
                "CMD-10 ANTT-HEAD Q",
            ])
    }
}
