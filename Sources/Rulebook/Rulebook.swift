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

    public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// Every slip of a picture at a moment, found afresh.
    public func check(_ picture: Picture, at now: Instant) -> [Slip] {
        var found: [Slip] = []
        let see = See(picture, at: now)
        for rule in rules {
            Rulebook.subjects(of: rule, in: picture) { row in
                see.begin(rule)
                rule.evaluate(row, see)
                found.append(contentsOf: see.slips)
            }
        }
        return found.sorted { $0.identity < $1.identity }
    }

    static func subjects(of rule: Rule, in picture: Picture, _ body: ((any AnyRow)?) -> Void) {
        if let slot = rule.slot { picture[slot: slot].forEach { body($0) } } else { body(nil) }
    }
}
