public import Ledger

/// A place in the house that a visitor can go to, or send something to.
public enum Address: Hashable, Sendable {
    /// The ceremony at a glance; also for a wall.
    case readiness, wall
    case slips(SlipsQuery)
    case list(ListQuery)
    case record(RecordAddress)
    case delegations(asOf: Day?)
    case programme(day: Day?)
    case committee(asOf: Day?)
    /// The proof that the record is whole.
    case proof
    /// Everything that holds these words.
    case search(String)
    case signIn, signOut
    /// Where the visitor's language is chosen.
    case language
    case asset(String)
}

/// One record by its kind's file and its own code.
public struct RecordAddress: Hashable, Sendable {
    public let file: String
    public let code: String
    /// As of the end of that day; nil for now.
    public var asOf: Day?

    public init(_ file: String, _ code: String, asOf: Day? = nil) {
        self.file = file
        self.code = code
        self.asOf = asOf
    }
}

/// Which slips are shown, and how they are put together.
public struct SlipsQuery: Hashable, Sendable {
    public enum Grouping: String, Sendable, CaseIterable {
        case desk, owner, rule, age
    }

    public var grouping: Grouping
    /// Only those of this desk; empty for all.
    public var desk: String
    public var rule: String
    /// Whether those that were waived are shown too.
    public var withWaived: Bool

    public init(grouping: Grouping = .desk, desk: String = "", rule: String = "", withWaived: Bool = false) {
        self.grouping = grouping
        self.desk = desk
        self.rule = rule
        self.withWaived = withWaived
    }
}
