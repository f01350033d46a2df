import House
import Ledger
import Rulebook

/// M3: each rule by itself over 100,000 people, the dearest first: one rule that takes too long is told by its name.
struct RulesMeasure {
    /// How many are printed.
    private static let shown = 10
    /// A whole check takes half a second of two processors at most: no rule takes a third of that.
    private static let most = 0.3

    func figures() throws -> [Figure] {
        let picture = try Picture.crowded(100_000)
        let looks = Dictionary(houseRulebook.costs(picture, at: Hanoi.moment).map { ($0.rule, $0.looks) }, uniquingKeysWith: +)
        let whole = Spread(runs: 3) { Stopwatch.time { houseRulebook.check(picture, at: Hanoi.moment) }.time.processor }
        let times = houseRulebook.rules.map { rule in
            let rulebook = Rulebook([rule])
            return (
                rule: rule.id,
                time: Spread((0..<3).map { _ in Stopwatch.time { rulebook.check(picture, at: Hanoi.moment) }.time.processor })
            )
        }
        return times.sorted { $0.time.median > $1.time.median }.prefix(Self.shown).map { rule, time in
            Figure(
                measure: "M3", name: "\(rule) alone, 100,000 people, \(looks[rule] ?? 0) looks",
                figure: "\(time.text(.milliseconds)) of a processor", aim: "≤ 300 ms",
                baseline: "\(whole.text(.milliseconds)) for all of them together",
                isReached: time.median <= Self.most)
        }
    }
}
