public import Ledger

/// All rules of a house.
public struct Rulebook: Sendable {
    public let rules: [Rule]
    let rulesBySlot: [Int: [Int]]

    public init(_ rules: [Rule]) {
        let sorted = rules.sorted { $0.id < $1.id }
        self.rules = sorted
        rulesBySlot = sorted.enumerated().reduce(into: [:]) { places, rule in
            if let slot = rule.element.slot { places[slot, default: []].append(rule.offset) }
        }
    }

    /// Every slip of a picture at a moment, found afresh.
    public func check(_ picture: Picture, at now: Instant) -> [Slip] {
        var found = OpenSlips()
        let see = See(picture, at: now)
        for (place, rule) in rules.enumerated() {
            see.take(rule)
            Rulebook.subjects(of: rule, in: picture) { row in
                see.begin()
                rule.evaluate(row, see)
                for slip in see.slips { found.add(slip, by: RuleAnswers.Cell(rule: Int32(place), subject: row?.number ?? 0)) }
            }
        }
        return found.all
    }

    /// What a rule costs: how often it looks at anything, and how many slips it tells.
    public struct Cost: Hashable, Sendable {
        public let rule: String
        public let looks: Int
        public let slips: Int
    }

    /// What each rule costs in a picture at a moment, in the order of the rules.
    public func costs(_ picture: Picture, at now: Instant) -> [Cost] {
        rules.map { rule in
            let see = See(picture, at: now)
            see.take(rule)
            var slips = 0
            Rulebook.subjects(of: rule, in: picture) { row in
                see.begin()
                rule.evaluate(row, see)
                see.end()
                slips += see.slips.count
            }
            return Cost(rule: rule.id, looks: see.looks, slips: slips)
        }
    }

    static func subjects(of rule: Rule, in picture: Picture, _ body: ((any AnyRow)?) -> Void) {
        if let slot = rule.slot { picture[slot: slot].forEach { body($0) } } else { body(nil) }
    }
}
