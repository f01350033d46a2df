import Committee
import Ledger
import RulebookTesting
import Protection
import Testing

@Suite struct `SEC-08 Targets have a drilled plan` {
    private var given = Given(at: "2025-10-24T00:00:00Z", kinds: [Kind(Target.self), Kind(ProtectionPlan.self), Kind(Drill.self)])
    private let target: ID<Target>

    init() {
        target = given.add(Target("T1") { $0.protectedFrom = day("2025-10-25") })
    }

    private mutating func plan() -> ID<ProtectionPlan> {
        given.add(
            ProtectionPlan("PL") { [target] in
                $0.target = target
                $0.approvedBy = ID<Officer>(1)
                $0.approvedVersion = 1
            })
    }

    @Test mutating func `there is no plan, which is due fourteen days before`() {
        #expect(given.finds(targetsHaveADrilledPlan) == ["SEC-08:missing T1"])
        given.now = Instant("2025-10-10T16:00:00Z")!
        #expect(given.finds(targetsHaveADrilledPlan) == [])
    }

    @Test mutating func `it was approved and drilled`() {
        let plan = plan()
        given.add(
            Drill("D1") {
                $0.plan = plan
                $0.isPassed = true
            })
        #expect(given.finds(targetsHaveADrilledPlan) == [])
    }

    @Test mutating func `it was changed since its approval and its drill`() {
        let plan = plan()
        given.add(
            Drill("D1") {
                $0.plan = plan
                $0.isPassed = true
            })
        given.change(plan) { $0.version = 2 }
        #expect(given.finds(targetsHaveADrilledPlan) == ["SEC-08:unapproved T1 PL", "SEC-08:undrilled T1 PL"].sorted())
    }

    @Test mutating func `a drill that failed does not count`() {
        let plan = plan()
        given.add(Drill("D1") { $0.plan = plan })
        #expect(given.finds(targetsHaveADrilledPlan) == ["SEC-08:undrilled T1 PL"])
    }

    @Test mutating func `a week before, only the approval is due`() {
        given.now = Instant("2025-10-18T00:00:00Z")!
        let plan = plan()
        given.change(plan) { $0.approvedBy = nil }
        #expect(given.finds(targetsHaveADrilledPlan) == ["SEC-08:unapproved T1 PL"])
    }
}
