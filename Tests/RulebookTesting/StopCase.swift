import Ledger
public import Rulebook

/// A rule that stops an act: facts on which its slip stands, and the same facts put right.
///
/// ```swift
/// StopCase(signing, signersAreEntitled) { isMended in
///     var scene = SigningScene()
///     let party = scene.party("VNM")
///     let minister = scene.person("MPS", of: party, .minister)
///     if isMended { scene.powers("FP", of: party, for: minister) }
///     return try scene.given.attempt(signing, making: Signature.self) { … }
/// }
/// ```
public struct StopCase: Sendable, CustomStringConvertible {
    public let act: Act
    public let rule: Rule
    private let attempt: @Sendable (_ isMended: Bool) throws -> Attempt

    public init(_ act: Act, _ rule: Rule, attempt: @escaping @Sendable (_ isMended: Bool) throws -> Attempt) {
        self.act = act
        self.rule = rule
        self.attempt = attempt
    }

    public var description: String { "\(act.name.rawValue) by \(rule.id)" }

    /// The ids of those rules that stop the act while nothing is put right.
    public func stopped(by rules: [Rule]) throws -> [String] { try stopped(by: rules, isMended: false) }

    /// The same once the facts are put right.
    public func stoppedOnceMended(by rules: [Rule]) throws -> [String] { try stopped(by: rules, isMended: true) }

    private func stopped(by rules: [Rule], isMended: Bool) throws -> [String] {
        let attempt = try attempt(isMended)
        precondition(attempt.act.name == act.name, "the case of \(act.name.rawValue) tries \(attempt.act.name.rawValue)")
        return attempt.stopped(by: rules)
    }
}

/// An act as it would be done on the facts of a case.
public struct Attempt {
    let act: Act
    private let changes: [Change]
    private let given: Given

    init(_ act: Act, changes: [Change], on given: Given) {
        self.act = act
        self.changes = changes
        self.given = given
    }

    /// The ids of the rules whose slips stop it, one for each slip.
    public func stopped(by rules: [Rule]) -> [String] {
        let findings = RuleAnswers(Rulebook(rules.filter { $0.stops.contains(act.name) }), of: given.picture, at: given.now)
        var draft = given.picture
        draft.apply(changes)
        return findings.stops(act, changes, giving: draft).map(\.rule)
    }
}

/// An act and a rule that stops it; two rules that bear one id are about different kinds.
public struct StopPair: Hashable, Comparable, CustomStringConvertible {
    private let act: String
    private let rule: String
    private let slot: Int

    init(_ act: ActName, _ rule: Rule) {
        self.act = act.rawValue
        self.rule = rule.id
        slot = rule.slot ?? -1
    }

    public var description: String { "\(act) by \(rule) about \(slot)" }

    public static func < (left: StopPair, right: StopPair) -> Bool {
        (left.rule, left.slot, left.act) < (right.rule, right.slot, right.act)
    }
}

extension [StopCase] {
    /// What the cases tell of.
    public var pairs: [StopPair] { map { StopPair($0.act.name, $0.rule) }.sorted() }
}

extension [Rule] {
    /// What cases must tell of.
    public var stopPairs: [StopPair] { flatMap { rule in rule.stops.map { StopPair($0, rule) } }.sorted() }
}
