package import Committee
package import Ledger

/// A newspaper, broadcaster or agency whose journalists may be accredited.
package struct Outlet: Entity {
    package static let slot = 37
    package static let code = "outlet"
    package static let file = "outlets"
    package static let fields = Fields<Outlet>(
        Field("name", \.name, .required),
        Field("kind", \.kind, .required, means: .sort),
        Field("country", \.country),
        Field("contact", \.contact),
        Field("confirmed_on", \.confirmedOn),
        Field("confirmed_by", \.confirmedBy),
        Field("note", \.note, means: .note))

    package enum Sort: String, Choice {
        case newspaper, agency, television, radio, online, photo, freelance, other
    }

    package var heading = Heading<Outlet>()
    package var name = ""
    package var kind = Sort.newspaper
    /// The State where its editors sit.
    package var country: ID<Party>?
    /// The editor's desk, found independently of any application.
    package var contact: ID<Contact>?
    /// The day on which the editor, called at that contact, confirmed whom the outlet sends.
    package var confirmedOn: Day?
    package var confirmedBy: ID<Officer>?
    package var note = ""

    package init() {}
}
