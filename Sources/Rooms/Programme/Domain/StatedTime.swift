package import Ledger
package import Parties

/// A session's time as it is written in an invitation, the programme or a release: for a guest's own zone or the host's.
package struct StatedTime: Entity {
    package static let slot = 69
    package static let code = "stated_time"
    package static let file = "stated_times"
    package static let fields = Fields<StatedTime>(
        Field("session", \.session, .required),
        Field("medium", \.medium, .required),
        Field("party", \.party, means: .party),
        Field("stated", \.stated, .required),
        Field("stated_zone", \.statedZone),
        Field("sent", \.sent))
    package static let indexes = [bySession]
    package static let bySession = Index<StatedTime>(0) { $0.session }

    /// Where the time is written.
    package enum Medium: String, Choice {
        case invitation, programme, website, press, calendar, ticket
    }

    package var heading = Heading<StatedTime>()
    package var session: ID<Session>?
    package var medium = Medium.invitation
    /// The guest to whom it is written; empty where it is for everybody.
    package var party: ID<Party>?
    /// The start as the clocks there show it: `2025-10-26T03:00`.
    package var stated = ""
    /// The zone as it is written: an IANA name (`Europe/Paris`), and never `UTC+1`.
    package var statedZone = ""
    /// When it was sent or published; empty until then.
    package var sent: Moment?

    package init() {}
}
