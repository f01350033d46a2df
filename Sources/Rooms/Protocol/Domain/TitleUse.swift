package import Committee
package import Ledger
package import Parties
package import Programme

/// A title as it will be read aloud or stands on a plate, a card or a release, with the office it is taken from.
package struct TitleUse: Entity {
    package static let slot = 79
    package static let code = "title_use"
    package static let file = "title_uses"
    package static let fields = Fields<TitleUse>(
        Field("medium", \.medium, .required),
        Field("office", \.office),
        Field("language", \.language, .required, means: .language),
        Field("title", \.title, .required),
        Field("session", \.session),
        Field("cue", \.cue),
        Field("seat", \.seat),
        Field("printed_text", \.printedText),
        Field("due", \.due),
        Field("announced", \.announced),
        Field("announced_by", \.announcedBy))
    package static let indexes = [byOffice]
    package static let byOffice = Index<TitleUse>(0) { $0.office }

    package enum Medium: String, Choice {
        case announcement, namePlate = "name_plate", placeCard = "place_card", screen, release, letter
    }

    package var heading = Heading<TitleUse>()
    package var medium = Medium.announcement
    /// The office whose record the title comes from.
    package var office: ID<Office>?
    /// The language of the title, by its code of ISO 639-1.
    package var language = ""
    package var title = ""
    package var session: ID<Session>?
    package var cue: ID<Cue>?
    package var seat: ID<Seat>?
    package var printedText: ID<PrintedText>?
    /// When it is to be read aloud, printed or shown.
    package var due: Moment?
    /// When it was; empty until then.
    package var announced: Moment?
    package var announcedBy: ID<Officer>?

    package init() {}
}
