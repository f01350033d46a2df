import Committee
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-01 Every task has one owner` {
    private var given = Given(kinds: committeeKinds)
    private let ministry: ID<Body>
    private let officer: ID<Officer>

    init() {
        ministry = given.add(Body("BCA") { $0.kind = .ministry })
        let ministry = ministry
        officer = given.add(Officer("BCA-DUTY") { $0.body = ministry })
    }

    private func task(_ fill: (inout PlanTask) -> Void = { _ in }) -> PlanTask {
        PlanTask("T") {
            $0.lead = ministry
            $0.officer = officer
            $0.starts = day("2025-10-08")
            $0.due = day("2025-10-20")
            fill(&$0)
        }
    }

    @Test mutating func `a body that exists leads it and one of its officers answers`() {
        given.add(task())
        #expect(given.finds(tasksHaveOneOwner) == [])
    }

    @Test mutating func `nobody leads it and nobody answers`() {
        given.add(
            task {
                $0.lead = nil
                $0.officer = nil
            })
        #expect(given.finds(tasksHaveOneOwner) == ["CMD-01:no_lead T", "CMD-01:no_officer T"])
    }

    @Test mutating func `the body of August leads a task of October`() {
        given.change(ministry) { $0.validTo = day("2025-10-07") }
        given.add(task())
        #expect(given.finds(tasksHaveOneOwner) == ["CMD-01:lead_gone T BCA"])
    }

    @Test mutating func `an officer of another body answers`() {
        let other = given.add(Body("BNG"))
        let stranger = given.add(Officer("BNG-DUTY") { $0.body = other })
        given.add(task { $0.officer = stranger })
        #expect(given.finds(tasksHaveOneOwner) == ["CMD-01:officer_elsewhere T BNG-DUTY"])
    }

    @Test mutating func `an officer of a department answers for its ministry`() {
        let ministry = ministry
        let department = given.add(Body("A05") { $0.parent = ministry })
        let head = given.add(Officer("A05-DUTY") { $0.body = department })
        given.add(task { $0.officer = head })
        #expect(given.finds(tasksHaveOneOwner) == [])
    }

    @Test mutating func `a cancelled task is left alone`() {
        given.add(
            task {
                $0.lead = nil
                $0.state = .cancelled
            })
        #expect(given.finds(tasksHaveOneOwner) == [])
    }

    @Test mutating func `ending a body asks again about its tasks and no other`() {
        given.add(task())
        let other = given.add(Body("BNG"))
        given.add(PlanTask("U") { $0.lead = other })
        #expect(given.asksAgain(tasksHaveOneOwner, after: ministry) { $0.validTo = day("2025-10-07") } == ["CMD-01 T"])
    }
}
