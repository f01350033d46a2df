public import Ledger

/// How bad it is when a rule does not hold.
public enum Severity: String, Choice, Comparable {
    /// Shown.
    case mind
    /// To be put right by a date.
    case fix
    /// An act in the world is refused while it lasts, unless somebody entitled overrides it with a reason.
    case stop

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
        switch self {
        case .mind: 0
        case .fix: 1
        case .stop: 2
        }
    }
}

/// One thing that must hold in every ceremony, as a plain function over what it looks at.
///
/// A rule finds slips; it never writes, prints or knows the time but through its ``See``. Where it can find several things, it
/// says so in a closed list:
///
/// ```swift
/// package let tableIsLaid = Rule("SGN-10", .fix, about: SigningTable.self, finds: Found.self) { table, see in … }
///
/// private enum Found: String, SlipVariant {
///     case pens, noDateCard = "no_date_card"
/// }
/// ```
public struct Rule: Sendable {
    /// The id of the catalogue: `PRG-01`. Its letters are the desk that owns what the rule finds.
    public let id: String
    public let severity: Severity
    /// The desk that must act: the letters of the id unless the rule says otherwise.
    public let desk: String
    /// The acts in the world that the rule stops while it is broken.
    public let stops: [ActName]
    /// The codes of the several things that the rule can find; empty where it finds one.
    public let variants: [String]
    /// The kind whose every record is judged; nil for a rule about the ceremony as a whole.
    public let slot: Int?
    let evaluate: @Sendable ((any AnyRow)?, See) -> Void

    /// A rule judged once for every record of a kind.
    public init<Subject: Entity>(
        _ id: String, _ severity: Severity, about subject: Subject.Type, stops: [ActName] = [], desk: String? = nil,
        finds variants: any SlipVariant.Type..., look: @escaping @Sendable (Subject, See) -> Void
    ) {
        self.id = id
        self.severity = severity
        self.desk = desk ?? String(id.prefix { $0 != "-" })
        self.stops = stops
        self.variants = variants.flatMap { $0.codes }
        slot = Subject.slot
        evaluate = { row, see in
            if let row { look(unsafeDowncast(row, to: Row<Subject>.self).record, see) }
        }
    }

    /// A rule judged once for the ceremony.
    public init(
        _ id: String, _ severity: Severity, stops: [ActName] = [], desk: String? = nil, finds variants: any SlipVariant.Type...,
        look: @escaping @Sendable (See) -> Void
    ) {
        self.id = id
        self.severity = severity
        self.desk = desk ?? String(id.prefix { $0 != "-" })
        self.stops = stops
        self.variants = variants.flatMap { $0.codes }
        slot = nil
        evaluate = { _, see in look(see) }
    }
}

/// The wire code of an act in the world: `sign`, `issue`, `admit`. Rooms name theirs in extensions.
public struct ActName: Hashable, Sendable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}
