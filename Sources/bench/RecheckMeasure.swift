import Accreditation
import House
import Ledger
import Parties
import Rulebook
import RulebookTesting

/// M2: how long the rules take to find again what one change touched, among 100,000 people with every rule live.
struct RecheckMeasure {
    private static let changes = 10_000
    private static let seeds: [UInt64] = [1, 2, 3]

    /// People, applications and badges change often, delegations now and then.
    private static let kinds =
        [[Kind]](
            repeating: [Kind(Person.self), Kind(Application.self), Kind(Badge.self)], count: 6
        ).flatMap(\.self) + [Kind(Delegation.self)]

    func figures() throws -> [Figure] {
        let picture = try Picture.crowded(100_000)
        let full = Spread(runs: 3) { Stopwatch.time { houseRulebook.check(picture, at: Hanoi.moment) }.time.processor }
        let findings = RuleAnswers(houseRulebook, of: picture, at: Hanoi.moment)
        let runs = rechecks(of: findings)
        let half = Spread(runs.map(\.recheck.median))
        let last = Spread(runs.map { $0.recheck.percentile(99) })
        let applying = Spread(runs.map(\.apply.median))
        let seeds = RecheckMeasure.seeds.map(String.init).joined(separator: ", ")
        return [
            Figure(
                measure: "M2", name: "recheck after one change, 100,000 people, p50", figure: half.text(.microseconds), aim: "≤ 20 µs",
                baseline: "full check \(full.text(.milliseconds)); taking the change into the picture \(applying.text(.microseconds))",
                isReached: half.median <= 0.000_02),
            Figure(
                measure: "M2", name: "the same, p99", figure: last.text(.milliseconds), aim: "≤ 0.5 ms",
                baseline: "full check \(full.text(.milliseconds)); \(RecheckMeasure.changes) changes a run, seeds \(seeds)",
                isReached: last.median <= 0.000_5),
        ]
    }

    /// The same for each seed: how long each change's recheck took, and how long the picture took to accept it.
    func rechecks(of findings: RuleAnswers) -> [(recheck: Spread, apply: Spread)] { RecheckMeasure.seeds.map { run($0, findings) } }

    private func run(_ seed: UInt64, _ start: RuleAnswers) -> (recheck: Spread, apply: Spread) {
        var findings = start
        var changes = RandomChanges(seed: seed, kinds: RecheckMeasure.kinds, in: findings.picture)
        var rechecks: [Double] = []
        var applies: [Double] = []
        for place in 0...RecheckMeasure.changes {
            let change = changes.next(in: findings.picture)
            var next = findings.picture
            let apply = Stopwatch.time { next.apply([change]) }.time
            let recheck = Stopwatch.time { findings.apply([change], giving: next) }.time
            // The first change of a copy pays for the copying.
            guard place > 0 else { continue }
            applies.append(apply.wall)
            rechecks.append(recheck.wall)
        }
        return (Spread(rechecks), Spread(applies))
    }
}
