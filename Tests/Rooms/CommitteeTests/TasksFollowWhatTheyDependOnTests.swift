import Committee
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `CMD-02 A task starts after what it depends on` {
    private var given = Given(kinds: committeeKinds)

    private mutating func task(_ code: String, _ starts: String, _ due: String, after earlier: ID<PlanTask>...) -> ID<PlanTask> {
        given.add(
            PlanTask(code) {
                $0.starts = day(starts)
                $0.due = day(due)
                $0.dependsOn = earlier
            })
    }

    @Test mutating func `it starts on the day on which the earlier one is due`() {
        let first = task("A", "2025-10-10", "2025-10-15")
        _ = task("B", "2025-10-15", "2025-10-20", after: first)
        #expect(given.finds(tasksFollowWhatTheyDependOn) == ["CMD-02:order B A"])
    }

    @Test mutating func `it starts on the day after`() {
        let first = task("A", "2025-10-10", "2025-10-15")
        _ = task("B", "2025-10-16", "2025-10-20", after: first)
        #expect(given.finds(tasksFollowWhatTheyDependOn) == [])
    }

    @Test mutating func `what is done holds nobody up`() {
        let first = task("A", "2025-10-10", "2025-10-15")
        _ = task("B", "2025-10-12", "2025-10-20", after: first)
        given.change(first) { $0.state = .done }
        #expect(given.finds(tasksFollowWhatTheyDependOn) == [])
    }

    @Test mutating func `three tasks that wait for one another are found once`() {
        let first = given.add(PlanTask("A"))
        let second = given.add(PlanTask("B") { $0.dependsOn = [first] })
        let third = given.add(PlanTask("C") { $0.dependsOn = [second] })
        given.change(first) { $0.dependsOn = [third] }
        #expect(given.finds(tasksFollowWhatTheyDependOn) == ["CMD-02:circle A"])
        #expect(
            given.slips(tasksFollowWhatTheyDependOn).first?.facts.first?.content == .records([first, third, second].map { Reference($0) }))
    }

    @Test mutating func `a task that waits for itself is a circle`() {
        let task = given.add(PlanTask("A"))
        given.change(task) { $0.dependsOn = [task] }
        #expect(given.finds(tasksFollowWhatTheyDependOn) == ["CMD-02:circle A"])
    }

    @Test mutating func `two ways to the same task are no circle`() {
        let first = given.add(PlanTask("A"))
        let left = given.add(PlanTask("B") { $0.dependsOn = [first] })
        let right = given.add(PlanTask("C") { $0.dependsOn = [first] })
        given.add(PlanTask("D") { $0.dependsOn = [left, right] })
        #expect(given.finds(tasksFollowWhatTheyDependOn) == [])
    }
}
