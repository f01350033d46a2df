/// How much one act may cost the house: looks at records and buckets, and slips that it makes.
///
/// Both grow with what somebody sends and with what is there, never with the square of either: who writes much may look for much.
public struct Allowance: Hashable, Sendable {
    /// Looks of all rules together.
    public let looks: Int
    /// Slips that were not open before.
    public let slips: Int

    public init(looks: Int, slips: Int) {
        self.looks = looks
        self.slips = slips
    }

    /// What nobody has to answer for: a whole ceremony that is taken in as it stands elsewhere.
    public static let boundless = Allowance(looks: .max, slips: .max)

    /// What was asked would cost more; the rule is the one that costs most, or tells the first slip.
    public enum Exceeded: Error, Hashable, Sendable {
        case looks(most: Int, rule: String)
        case slips(count: Int, most: Int, rule: String)
    }
}

extension Allowance {
    /// By what a recheck has cost too much, now that it is known what it made; nil where it has not.
    public func exceeded(by recheck: RuleAnswers.Recheck) -> Exceeded? {
        guard recheck.appeared.count > slips, let first = recheck.appeared.first else { return nil }
        return .slips(count: recheck.appeared.count, most: slips, rule: first.rule)
    }
}

/// What a recheck has cost so far, and by which rules.
struct Spending {
    private let allowance: Allowance
    private var looks = 0
    private var looksByRule: [Int: Int] = [:]
    private var last = 0

    init(_ allowance: Allowance) { self.allowance = allowance }

    /// - Parameter looks: all that the eyes have looked at since they were opened.
    mutating func note(_ looks: Int, by rule: Int) {
        looksByRule[rule, default: 0] += looks - self.looks
        self.looks = looks
        last = rule
    }

    /// By what it has cost too much already: what is far beyond is not asked to its end.
    func exceeded(_ slips: Int, of rulebook: Rulebook) -> Allowance.Exceeded? {
        if looks > allowance.looks, let dearest = looksByRule.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
            return .looks(most: allowance.looks, rule: rulebook.rules[dearest].id)
        }
        guard slips / 4 > allowance.slips else { return nil }
        return .slips(count: slips, most: allowance.slips, rule: rulebook.rules[last].id)
    }
}
