import House
import Ledger
import Rulebook

/// M3: a check of everything from nothing, and the answer after one change, beside the ten rules about people as SQL over the same facts.
///
/// What users wait for is the second: SQL keeps no answers, so that after each change it is asked again.
struct FullCheckMeasure {
    private static let ten: Set<String> = ["PTY-05", "PTY-06", "PTY-07", "PTY-08", "PTY-09", "PTY-10", "PTY-11", "PTY-12", "PTY-15"]

    func figures() throws -> [Figure] {
        let picture = try Picture.crowded(100_000)
        let all = times(houseRulebook, picture)
        let tenRules = Rulebook(houseRulebook.rules.filter { FullCheckMeasure.ten.contains($0.id) })
        let ten = times(tenRules, picture)
        let peer = try RulesInSQL(picture, at: Hanoi.moment)
        try compare(tenRules.check(picture, at: Hanoi.moment), try peer.check())
        let queries = try Spread(runs: 5) { try Stopwatch.time { try peer.check() }.time.processor }
        let rechecks = Spread(
            RecheckMeasure().rechecks(of: RuleAnswers(houseRulebook, of: picture, at: Hanoi.moment)).map(\.recheck.median))
        let timesFaster = queries.median / rechecks.median
        let share = queries.median / ten.processor.median
        let slips = houseRulebook.check(picture, at: Hanoi.moment).count
        return [
            Figure(
                measure: "M3", name: "full check, 100,000 people, \(houseRulebook.rules.count) rules, \(slips) slips",
                figure: "\(all.processor.text(.milliseconds)) of a processor, \(all.wall.text(.milliseconds)) by the clock",
                aim: "≤ 0.5 s by the clock, on two processors",
                baseline: "ten rules about people as SQL \(queries.text(.milliseconds))", isReached: all.wall.median <= 0.5),
            Figure(
                measure: "M3", name: "every rule's answer after one change, faster than asking SQL for ten rules again",
                figure: "\(Unit.times.text(timesFaster)), \(rechecks.text(.microseconds))", aim: "≥ 10,000 ×",
                baseline: "SQLite \(queries.text(.milliseconds))", isReached: timesFaster >= 10_000),
            Figure(
                told: "M3", name: "the ten rules about people from nothing, as fast as SQL",
                figure: "\(Unit.times.text(share)), \(ten.processor.text(.milliseconds))",
                baseline: "SQLite \(queries.text(.milliseconds))"),
        ]
    }

    private func times(_ rulebook: Rulebook, _ picture: Picture) -> (wall: Spread, processor: Spread) {
        let times = (0..<5).map { _ in Stopwatch.time { rulebook.check(picture, at: Hanoi.moment) }.time }
        return (Spread(times.map(\.wall)), Spread(times.map(\.processor)))
    }

    /// The peer is one only if it finds the same.
    private func compare(_ slips: [Slip], _ counts: [String: Int]) throws {
        let found = Dictionary(slips.map { ($0.rule, 1) }, uniquingKeysWith: +)
        for rule in FullCheckMeasure.ten where found[rule, default: 0] != counts[rule, default: 0] {
            throw NotMeasurable("\(rule): \(found[rule, default: 0]) slips by the rule, \(counts[rule, default: 0]) by SQL")
        }
    }
}
