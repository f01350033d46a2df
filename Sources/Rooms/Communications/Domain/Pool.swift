package import Committee
package import Ledger
package import Parties
package import Programme
package import Venues

/// A few reporters who work in a room for all the others (nhóm tác nghiệp), with the officer who leads them in and out.
package struct Pool: Entity {
    package static let slot = 151
    package static let code = "pool"
    package static let file = "pools"
    package static let fields = Fields<Pool>(
        Field("session", \.session, .required),
        Field("place", \.place),
        Field("outlets", \.outlets),
        Field("members", \.members),
        Field("quota", \.quota),
        Field("guide", \.guide),
        Field("enters", \.enters),
        Field("leaves", \.leaves),
        Field("shares_with", \.sharesWith))
    package static let indexes = [bySession]
    package static let bySession = Index<Pool>(0) { $0.session }

    package var heading = Heading<Pool>()
    package var session: ID<Session>?
    package var place: ID<Place>?
    package var outlets: [ID<Outlet>] = []
    package var members: [ID<Person>] = []
    package var quota: Int?
    package var guide: ID<Officer>?
    package var enters: Moment?
    package var leaves: Moment?
    /// Who gets the pool's pictures and text.
    package var sharesWith: [ID<Outlet>] = []

    package init() {}
}
