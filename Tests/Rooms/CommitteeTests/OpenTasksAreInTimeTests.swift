import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `CMD-03 Open tasks are in time` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: committeeKinds)

    private mutating func task(_ code: String, due: String, days: Int? = nil, percent: Int = 0, after earlier: ID<PlanTask>...) -> ID<
        PlanTask
    > {
        given.add(
            PlanTask(code) {
                $0.starts = day("2025-10-10")
                $0.due = day(due)
                $0.workDays = days
                $0.percent = percent
                $0.dependsOn = earlier
            })
    }

    @Test mutating func `it was due yesterday`() {
        _ = task("A", due: "2025-10-13")
        #expect(given.finds(openTasksAreInTime) == ["CMD-03:overdue A"])
    }

    @Test mutating func `it is due today`() {
        _ = task("A", due: "2025-10-14")
        #expect(given.finds(openTasksAreInTime) == [])
    }

    @Test mutating func `what is done is never late`() {
        let task = task("A", due: "2025-10-13")
        given.change(task) { $0.state = .done }
        #expect(given.finds(openTasksAreInTime) == [])
    }

    @Test mutating func `the work left does not fit before its due date`() {
        _ = task("A", due: "2025-10-17", days: 10, percent: 50)
        #expect(given.finds(openTasksAreInTime) == ["CMD-03:slack A"])
    }

    @Test mutating func `the work left just fits`() {
        _ = task("A", due: "2025-10-18", days: 10, percent: 50)
        #expect(given.finds(openTasksAreInTime) == [])
    }

    @Test mutating func `what it waits for leaves too little time`() {
        let first = task("A", due: "2025-10-20", days: 6)
        _ = task("B", due: "2025-10-20", days: 2, after: first)
        #expect(given.finds(openTasksAreInTime) == ["CMD-03:chain B A"])
        #expect(given.slips(openTasksAreInTime).first?.facts.contains(Fact("end", day("2025-10-21"))) == true)
    }

    @Test mutating func `of two awaited tasks the later one counts`() {
        let short = task("A", due: "2025-10-20", days: 2)
        let long = task("B", due: "2025-10-20", days: 7)
        _ = task("C", due: "2025-10-20", days: 1, after: short, long)
        #expect(given.finds(openTasksAreInTime) == ["CMD-03:chain C B"])
    }

    @Test mutating func `tasks in a circle hold one another up`() {
        let first = task("A", due: "2025-10-20", days: 2)
        let second = task("B", due: "2025-10-30", days: 2, after: first)
        given.change(first) { $0.dependsOn = [second] }
        #expect(given.finds(openTasksAreInTime) == ["CMD-03:chain A B", "CMD-03:chain B A"])
    }

    @Test mutating func `a task that takes longer asks again about all that wait for it`() {
        let first = task("A", due: "2025-10-20", days: 2)
        let second = task("B", due: "2025-10-22", after: first)
        _ = task("C", due: "2025-10-24", after: second)
        _ = task("D", due: "2025-10-24")
        #expect(given.asksAgain(openTasksAreInTime, after: first) { $0.workDays = 4 } == ["CMD-03 A", "CMD-03 B", "CMD-03 C"])
    }
}
