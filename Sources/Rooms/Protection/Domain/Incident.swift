package import Committee
package import Ledger
package import Venues

/// Something that happened and that somebody must deal with.
package struct Incident: Entity {
    package static let slot = 106
    package static let code = "incident"
    package static let file = "incidents"
    package static let fields = Fields<Incident>(
        Field("kind", \.kind, .required, means: .sort),
        Field("severity", \.severity, .required),
        Field("state", \.state),
        Field("at", \.at, .required),
        Field("place", \.place),
        Field("zone", \.zone),
        Field("summary", \.summary),
        Field("handled_by", \.handledBy),
        Field("escalated_to", \.escalatedTo),
        Field("escalated_at", \.escalatedAt),
        Field("closed_at", \.closedAt),
        Field("closed_by", \.closedBy),
        Field("log", \.log),
        Field("outcome", \.outcome))

    package enum Sort: String, Choice {
        case intrusion, crowd, protest, suspiciousObject = "suspicious_object", drone, medical, fire
        case traffic, lostProperty = "lost_property"
        case lostCopy = "lost_copy", cyber, diplomatic, other
    }

    package enum Severity: String, Choice, Comparable {
        case minor, moderate, serious, critical

        package static func < (left: Severity, right: Severity) -> Bool { left.minutesToEscalate > right.minutesToEscalate }

        /// Within how many minutes somebody without the authority passes it on.
        package var minutesToEscalate: Int {
            switch self {
            case .minor: 240
            case .moderate: 60
            case .serious: 15
            case .critical: 5
            }
        }
    }

    package enum State: String, Choice {
        case open, contained, closed
    }

    package var heading = Heading<Incident>()
    package var kind = Sort.intrusion
    package var severity = Severity.minor
    package var state = State.open
    package var at = Moment.blank
    package var place: ID<Place>?
    package var zone: ID<Zone>?
    /// What happened, without names.
    package var summary = ""
    package var handledBy: ID<Unit>?
    package var escalatedTo: ID<Body>?
    package var escalatedAt: Moment?
    package var closedAt: Moment?
    package var closedBy: ID<Officer>?
    package var log: [String] = []
    package var outcome = ""

    package init() {}
}
