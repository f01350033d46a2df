package import Committee
package import Ledger

/// Somebody's report that a badge is lost or stolen.
package struct LostReport: Entity {
    package static let slot = 54
    package static let code = "lost_report"
    package static let file = "lost_reports"
    package static let fields = Fields<LostReport>(
        Field("badge", \.badge, .required),
        Field("reported", \.reported, .required),
        Field("stolen", \.isStolen),
        Field("taken_by", \.takenBy),
        Field("found", \.found))
    package static let indexes = [byBadge]
    package static let byBadge = Index<LostReport>(0) { $0.badge }

    package var heading = Heading<LostReport>()
    package var badge = ID<Badge>.blank
    package var reported = Moment.blank
    package var isStolen = false
    /// The officer at the counter who took the report.
    package var takenBy: ID<Officer>?
    /// When it turned up again; a found badge stays revoked.
    package var found: Moment?

    package init() {}
}
