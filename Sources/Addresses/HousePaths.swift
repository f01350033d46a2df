/// The ceremony at a glance, on which the house opens.
public struct ReadinessPath: SinglePath {
    public static let word = ""
    public init() {}
}

/// The same for a screen that nobody touches.
public struct WallPath: SinglePath {
    public static let word = "wall"
    public init() {}
}

/// Where the work of a desk begins; of all desks at which the reader works where none is named.
public struct DeskPath: PagePath {
    public static let word = "desk"
    /// The desk's code: `PRO`; empty for the reader's own.
    public let desk: String

    public init(_ desk: String = "") { self.desk = desk }

    public var rest: Spelling { Spelling(desk.isEmpty ? [] : [desk]) }

    public init?(_ rest: Spelling) {
        guard rest.path.count <= 1 else { return nil }
        desk = rest.path.first ?? ""
    }

    public static let samples = [DeskPath(), DeskPath("CMD")]
}

/// Which slips are shown, and how they are put together.
public struct SlipsQuery: PagePath {
    public enum Grouping: String, Sendable, CaseIterable {
        case desk, owner, rule, age
    }

    public var grouping: Grouping
    /// Only those of this desk; empty for all.
    public var desk: String
    public var rule: String
    /// Whether those that were waived are shown too.
    public var withWaived: Bool
    /// From 1.
    public var page = 1

    public init(grouping: Grouping = .desk, desk: String = "", rule: String = "", withWaived: Bool = false) {
        self.grouping = grouping
        self.desk = desk
        self.rule = rule
        self.withWaived = withWaived
    }

    public static let word = "slips"

    public var rest: Spelling {
        var items: [Spelling.Item] = []
        if grouping != .desk { items.append(.init("by", grouping.rawValue)) }
        if !desk.isEmpty { items.append(.init("desk", desk)) }
        if !rule.isEmpty { items.append(.init("rule", rule)) }
        if withWaived { items.append(.init("waived", "yes")) }
        if page > 1 { items.append(.init("page", String(page))) }
        return Spelling([], query: items)
    }

    public init?(_ rest: Spelling) {
        guard rest.path.isEmpty, let grouping = Grouping(rawValue: rest["by"] ?? Grouping.desk.rawValue) else { return nil }
        self.init(grouping: grouping, desk: rest["desk"] ?? "", rule: rest["rule"] ?? "", withWaived: rest["waived"] == "yes")
        page = max(1, rest["page"].flatMap { Int($0) } ?? 1)
    }

    public static var samples: [SlipsQuery] {
        Grouping.allCases.map { SlipsQuery(grouping: $0) } + [SlipsQuery(withWaived: true)]
    }
}

/// Where a slip is waived. No address of it is there before a slip is.
public struct WaivePath: PagePath {
    public static let word = "waive"
    public let slip: SlipName
    public init(_ slip: SlipName) { self.slip = slip }
    public var rest: Spelling { Spelling([], query: slip.items) }
    public init?(_ rest: Spelling) {
        guard let slip = SlipName(rest) else { return nil }
        self.slip = slip
    }
    public static let samples: [WaivePath] = []
}

/// Where somebody takes a slip on.
public struct AssignPath: PagePath {
    public static let word = "assign"
    public let slip: SlipName
    public init(_ slip: SlipName) { self.slip = slip }
    public var rest: Spelling { Spelling([], query: slip.items) }
    public init?(_ rest: Spelling) {
        guard let slip = SlipName(rest) else { return nil }
        self.slip = slip
    }
    public static let samples: [AssignPath] = []
}

/// Pages to which every room may send somebody.
extension Address {
    public static let readiness = Address(ReadinessPath())
    public static func slips(_ query: SlipsQuery) -> Address { Address(query) }
}

extension SlipName {
    fileprivate var items: [Spelling.Item] {
        [.init("rule", rule)] + (variant.isEmpty ? [] : [.init("variant", variant)]) + subjects.map { .init("about", $0) }
    }

    fileprivate init?(_ spelling: Spelling) {
        guard spelling.path.isEmpty, let rule = spelling["rule"], !rule.isEmpty else { return nil }
        self.init(
            rule: rule, variant: spelling["variant"] ?? "", subjects: spelling.query.filter { $0.name == "about" }.map(\.value))
    }
}
