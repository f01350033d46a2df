package import Ledger
package import Programme
package import Venues

/// Principals who walk in, out or past in a set order: its members are the ``ProcessionEntry`` records that name it.
package struct Procession: Entity {
    package static let slot = 197
    package static let code = "procession"
    package static let file = "processions"
    package static let fields = Fields<Procession>(
        Field("session", \.session, .required),
        Field("place", \.place),
        Field("precedence", \.precedence),
        Field("starts", \.starts, .required, means: .starts),
        Field("started", \.started),
        Field("ended", \.ended))
    package static let indexes = [bySession]
    package static let bySession = Index<Procession>(0) { $0.session }

    package var heading = Heading<Procession>()
    package var session: ID<Session>?
    package var place: ID<Place>?
    package var precedence: ID<Precedence>?
    /// When it is planned to start.
    package var starts = Moment.blank
    /// When it did; empty until then.
    package var started: Moment?
    package var ended: Moment?

    package init() {}

    /// Whether it was under way at that time.
    package func isRunning(at moment: Moment) -> Bool {
        guard let started, started.instant < moment.instant else { return false }
        return ended.map { moment.instant < $0.instant } ?? true
    }
}
