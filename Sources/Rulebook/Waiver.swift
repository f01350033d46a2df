public import Ledger

/// A decision that a slip need not be put right for now: by whom, why, and until when.
public struct Waiver: Entity {
    public static let slot = 190
    public static let code = "waiver"
    public static let file = "waivers"
    public static let fields = Fields<Waiver>(
        Field("rule", \.rule, .required),
        Field("variant", \.variant),
        Field("subjects", \.subjects),
        Field("approver", \.approver, .required),
        Field("reason", \.reason, .required).sealed,
        Field("ends", \.ends, .required, means: .ends))
    public static func spokenOf(by record: Waiver) -> [String] { record.subjects }
    public static let indexes = [byRule]
    public static let byRule = Index<Waiver>(0) { $0.rule }

    public var heading = Heading<Waiver>()
    /// The id of the rule whose slip is waived.
    public var rule = ""
    public var variant = ""
    /// The slip's subjects by kind and code: `session/P-SIGN`.
    public var subjects: [String] = []
    /// The code of the officer who approved it.
    public var approver = ""
    public var reason = ""
    /// When the slip counts again.
    public var ends = Moment.blank

    public init() {}

    /// Whether the waiver is about this slip of this picture and has not ended.
    public func covers(_ slip: Slip, in picture: Picture, at now: Instant) -> Bool {
        rule == slip.rule && variant == slip.variant && now < ends.instant && subjects == slip.subjectNames(in: picture)
    }
}

/// Who has taken a slip on, and by when they mean to put it right.
public struct Assignment: Entity {
    public static let slot = 191
    public static let code = "assignment"
    public static let file = "assignments"
    public static let fields = Fields<Assignment>(
        Field("rule", \.rule, .required),
        Field("variant", \.variant),
        Field("subjects", \.subjects),
        Field("officer", \.officer, .required),
        Field("due", \.due),
        Field("note", \.note, means: .note).sealed)
    public static func spokenOf(by record: Assignment) -> [String] { record.subjects }

    public var heading = Heading<Assignment>()
    public var rule = ""
    public var variant = ""
    public var subjects: [String] = []
    /// The code of the officer who has taken it on.
    public var officer = ""
    public var due: Day?
    public var note = ""

    public init() {}
}

extension Slip {
    /// The subjects as people name them, stable from one journal to another: `session/P-SIGN`.
    public func subjectNames(in picture: Picture) -> [String] {
        subjects.map { "\(picture.register.kind(slot: $0.slot)?.code ?? "?")/\(picture.code(of: $0) ?? "?")" }
    }
}

/// What is waived at one moment, found by what it is about: asked of many slips, each looks at those of its own name alone.
public struct Waivers: Sendable {
    private struct Name: Hashable, Sendable {
        let rule: String
        let variant: String
        let subjects: [String]
    }

    private let names: Set<Name>
    private let rules: Set<String>
    private let picture: Picture

    public init(in picture: Picture, at now: Instant) {
        let standing = picture.all(Waiver.self).filter { now < $0.ends.instant }
        names = Set(standing.map { Name(rule: $0.rule, variant: $0.variant, subjects: $0.subjects) })
        rules = Set(standing.map(\.rule))
        self.picture = picture
    }

    /// Whether a slip need not be put right now.
    public func cover(_ slip: Slip) -> Bool {
        rules.contains(slip.rule)
            && names.contains(Name(rule: slip.rule, variant: slip.variant, subjects: slip.subjectNames(in: picture)))
    }
}

extension Picture {
    /// The waiver that covers a slip at a moment, if there is one.
    public func waiver(for slip: Slip, at now: Instant) -> Waiver? {
        each(Waiver.byRule, slip.rule).first { $0.covers(slip, in: self, at: now) }
    }
}
