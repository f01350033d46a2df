package import Ledger
package import Parties

/// A text that is printed, engraved or put on a screen: in which language, who translated it, who reviewed it.
package struct PrintedText: Entity {
    package static let slot = 66
    package static let code = "printed_text"
    package static let file = "printed_texts"
    package static let fields = Fields<PrintedText>(
        Field("kind", \.kind, .required, means: .sort),
        Field("session", \.session),
        Field("party", \.party, means: .party),
        Field("language", \.language, .required, means: .language),
        Field("text", \.text),
        Field("source_text", \.sourceText),
        Field("translator", \.translator),
        Field("reviewer", \.reviewer),
        Field("reviewed", \.reviewed),
        Field("reviewed_text", \.reviewedText),
        Field("due", \.due),
        Field("copies", \.copies),
        Field("printed", \.printed))
    package static let indexes = [bySession, byParty]
    package static let bySession = Index<PrintedText>(0) { $0.session }
    package static let byParty = Index<PrintedText>(1) { $0.party }

    package enum Sort: String, Choice {
        case programme, invitation, menu, banner, signage, certificate, speech, gift, screen
        case placeCard = "place_card", namePlate = "name_plate"
    }

    package var heading = Heading<PrintedText>()
    package var kind = Sort.programme
    package var session: ID<Session>?
    package var party: ID<Party>?
    /// The language of the text, by its code of ISO 639-1.
    package var language = ""
    package var text = ""
    /// The Vietnamese text that it translates.
    package var sourceText = ""
    package var translator: ID<Person>?
    package var reviewer: ID<Person>?
    package var reviewed: Day?
    /// The text as the reviewer passed it; another since is not reviewed.
    package var reviewedText = ""
    /// The day by which it must be with the printer.
    package var due: Day?
    package var copies: Int?
    /// When it went to the printer; empty until then.
    package var printed: Moment?

    package init() {}

    /// Whether it is in another language than the host's.
    package var isForeign: Bool { !language.isEmpty && language != "vi" }
}
