package import Committee
package import Ledger
package import Parties
package import Programme
package import Venues

/// A visit of the press to rooms where people work: cameras see walls, screens and desks.
package struct PressVisit: Entity {
    package static let slot = 157
    package static let code = "press_visit"
    package static let file = "press_visits"
    package static let fields = Fields<PressVisit>(
        Field("rooms", \.rooms, .required),
        Field("outlets", \.outlets),
        Field("pool", \.pool),
        Field("guide", \.guide),
        Field("starts", \.starts, means: .starts),
        Field("ends", \.ends, means: .ends),
        Field("cleared_rooms", \.clearedRooms),
        Field("cleared", \.cleared),
        Field("cleared_by", \.clearedBy),
        Field("credentials_changed", \.credentialsChanged),
        Field("session", \.session),
        Field("receivers_given", \.receiversGiven),
        Field("receivers_back", \.receiversBack))
    package static let indexes = [bySession]
    package static let bySession = Index<PressVisit>(0) { $0.session }

    package var heading = Heading<PressVisit>()
    package var rooms: [ID<Place>] = []
    package var outlets: [ID<Outlet>] = []
    package var pool: ID<Pool>?
    package var guide: ID<Officer>?
    package var starts: Moment?
    package var ends: Moment?
    /// The rooms where walls, screens and desks were found free of secrets.
    package var clearedRooms: [ID<Place>] = []
    package var cleared: Moment?
    package var clearedBy: ID<Officer>?
    /// When the passwords and keys of those rooms were changed after the visit.
    package var credentialsChanged: Moment?
    /// The session that is held in one of the rooms during the visit.
    package var session: ID<Session>?
    /// When receivers of the interpretation are handed to the visitors.
    package var receiversGiven: Moment?
    package var receiversBack: Moment?

    package init() {}
}
