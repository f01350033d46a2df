package import Ledger
package import Venues

/// A line of a released issue of the programme: what its readers were told about one session.
package struct ReleasedSession: Entity {
    package static let slot = 192
    package static let code = "released_session"
    package static let file = "released_sessions"
    package static let fields = Fields<ReleasedSession>(
        Field("release", \.release, .required),
        Field("session", \.session, .required),
        Field("title_vi", \.titleVietnamese, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, means: .title(in: "en")),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("place", \.place),
        Field("withdrawn", \.isWithdrawn))
    package static let indexes = [bySession, byRelease]
    package static let bySession = Index<ReleasedSession>(0) { $0.session }
    package static let byRelease = Index<ReleasedSession>(1) { $0.release }

    package var heading = Heading<ReleasedSession>()
    package var release: ID<ProgrammeRelease>?
    package var session: ID<Session>?
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var place: ID<Place>?
    /// Whether the issue tells its readers that the session is not held.
    package var isWithdrawn = false

    package init() {}
}
