package import Ledger
package import Programme
package import Venues

/// A time at which a principal who missed the procession can come in without disturbing the session.
package struct EntryWindow: Entity {
    package static let slot = 199
    package static let code = "entry_window"
    package static let file = "entry_windows"
    package static let fields = Fields<EntryWindow>(
        Field("session", \.session, .required),
        Field("place", \.place),
        Field("opens", \.opens, .required, means: .starts),
        Field("closes", \.closes, .required, means: .ends),
        Field("note", \.note, means: .note))
    package static let indexes = [bySession]
    package static let bySession = Index<EntryWindow>(0) { $0.session }

    package var heading = Heading<EntryWindow>()
    package var session: ID<Session>?
    /// The door or hall.
    package var place: ID<Place>?
    package var opens = Moment.blank
    package var closes = Moment.blank
    package var note = ""

    package init() {}
}
