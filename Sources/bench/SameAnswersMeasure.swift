import House
import Ledger
import Rulebook
import RulebookTesting

/// M4: what is kept current change by change is what a check of everything finds.
struct SameAnswersMeasure {
    private static let changes = 10_000
    private static let seeds: [UInt64] = [2025, 1025]

    func figures() throws -> [Figure] {
        let picture = try Hanoi.picture()
        return SameAnswersMeasure.seeds.map { seed in
            let (compared, differing, watch) = run(seed, picture)
            return Figure(
                measure: "M4", name: "incremental = full, \(SameAnswersMeasure.changes) random changes of Hanoi, seed \(seed)",
                figure: differing.isEmpty ? "equal in \(compared) comparisons" : "differs after changes \(differing.prefix(5))",
                aim: "equal", baseline: "full check \(watch.text(.milliseconds))", isReached: differing.isEmpty)
        }
    }

    private func run(_ seed: UInt64, _ start: Picture) -> (compared: Int, differing: [Int], full: Spread) {
        var findings = RuleAnswers(houseRulebook, of: start, at: Hanoi.moment)
        var changes = RandomChanges(seed: seed, kinds: houseRegister.kinds, in: start)
        var differing: [Int] = []
        var times: [Double] = []
        for place in 1...SameAnswersMeasure.changes {
            let change = changes.next(in: findings.picture)
            var next = findings.picture
            next.apply([change])
            findings.apply([change], giving: next)
            guard place <= 200 || place.isMultiple(of: 100) else { continue }
            let (time, full) = Stopwatch.time { houseRulebook.check(next, at: findings.now) }
            times.append(time.processor)
            if full.map(Told.init) != findings.slips.map(Told.init) { differing.append(place) }
        }
        return (times.count, differing, Spread(times))
    }

    /// What a slip says but for how long it has lasted, which a check from nothing cannot know.
    private struct Told: Equatable {
        let identity: Slip.Identity
        let facts: [Fact]
        let mend: Mend

        init(_ slip: Slip) {
            identity = slip.identity
            facts = slip.facts
            mend = slip.mend
        }
    }
}
