import House
import Ledger
import Rulebook

/// M3: a check of everything from nothing, beside the ten rules about people as SQL over the same facts.
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
        let ratio = queries.median / ten.processor.median
        let slips = houseRulebook.check(picture, at: Hanoi.moment).count
        return [
            Figure(
                measure: "M3", name: "full check, 100,000 people, \(houseRulebook.rules.count) rules, \(slips) slips",
                figure: "\(all.processor.text(.milliseconds)) of a processor, \(all.wall.text(.milliseconds)) by the clock", aim: "≤ 1 s",
                baseline: "ten rules about people as SQL \(queries.text(.milliseconds))", isReached: all.processor.median <= 1),
            Figure(
                measure: "M3", name: "the ten rules about people, faster than as SQL",
                figure: "\(Unit.times.text(ratio)), \(ten.processor.text(.milliseconds))", aim: "≥ 20 ×",
                baseline: "SQLite \(queries.text(.milliseconds))", isReached: ratio >= 20),
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
