public import Ledger

/// Something that is wrong between records: computed, never stored.
public struct Slip: Hashable, Sendable {
    public let rule: String
    /// Which of several things the rule can find; empty where it finds one.
    public let variant: String
    /// What it is about, in the rule's order. With rule and variant, the slip's stable identity.
    public let subjects: [Reference]
    public let severity: Severity
    /// The desk that must act.
    public let desk: String
    public let stops: [ActName]
    /// The facts that trip the rule: the placeholders of its explanation.
    public let facts: [Fact]
    /// Since when it has been so.
    public let since: Instant
    /// What puts it right.
    public let mend: Mend

    public var identity: Identity { Identity(rule: rule, variant: variant, subjects: subjects) }

    public struct Identity: Hashable, Comparable, Sendable {
        public let rule: String
        public let variant: String
        public let subjects: [Reference]

        public static func < (left: Identity, right: Identity) -> Bool {
            if left.rule != right.rule { return left.rule < right.rule }
            if left.subjects != right.subjects { return left.subjects.lexicographicallyPrecedes(right.subjects) }
            return left.variant < right.variant
        }
    }
}

/// One named fact of a slip or a refusal.
public struct Fact: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case record(Reference)
        case records([Reference])
        /// The first of so many.
        case some([Reference], of: Int)
        case number(Int)
        /// Whole dong.
        case money(Int)
        case text(String)
        case day(Day)
        case moment(Moment)
        /// A time on clocks of which is told apart where they stand: `2025-10-26T04:00`, or whatever was written instead.
        case local(String)
        /// The IANA name of a zone, shown by the phrase `zone.<zone>` or by its city.
        case zone(String)
        /// Languages by their codes (ISO 639), shown by the phrases `language.<code>`, with what stands beside them: `ar 2/3`, `en>fr`.
        case languages([String])
        /// A word of a closed set, shown by the phrase `word.<word>`.
        case word(String)
    }
    public let name: String
    public let content: Content

    public init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }

    public init<Kind: Entity>(_ name: String, _ id: ID<Kind>) { self.init(name, .record(Reference(id))) }
    public init(_ name: String, _ number: Int) { self.init(name, .number(number)) }
    public init(_ name: String, _ text: String) { self.init(name, .text(text)) }
    public init(_ name: String, _ day: Day) { self.init(name, .day(day)) }
    public init(_ name: String, _ moment: Moment) { self.init(name, .moment(moment)) }
}

/// The act that puts a slip right: change a record, add one of a kind, take one away, or do what the
/// house has a verb for.
public enum Mend: Hashable, Sendable {
    /// Change this field of that record.
    case edit(Reference, field: String)
    /// Add a record of the kind with this code.
    case add(kind: String)
    case remove(Reference)
    /// Do this act, which makes a record of the kind with this code.
    case act(ActName, making: String)

    public static func edit<Kind: Entity>(_ id: ID<Kind>, _ field: String) -> Mend { .edit(Reference(id), field: field) }
    public static func add<Kind: Entity>(_ kind: Kind.Type) -> Mend { .add(kind: Kind.code) }
}
