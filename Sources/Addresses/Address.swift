public import Ledger

/// A place in the house that a visitor can go to, or send something to.
public enum Address: Hashable, Sendable {
    /// The ceremony at a glance; also for a wall.
    case readiness, wall
    case slips(SlipsQuery)
    case list(ListQuery)
    case record(RecordAddress)
    /// The form of a record that there is, and of one that is not there yet.
    case edit(RecordAddress)
    case new(file: String)
    case delegations(asOf: Day?)
    case programme(day: Day?)
    case committee(asOf: Day?)
    case signing
    /// The proof that the record is whole.
    case proof
    case administration
    /// Everything that holds these words.
    case search(String)
    case signIn, signOut
    /// Where the visitor's language is chosen.
    case language
    /// What changes, as it changes.
    case feed
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
