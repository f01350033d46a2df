package import Committee
package import Ledger
package import Parties
package import Venues

/// A meeting of two sides at the edge of the programme, from the wish to the note of what was said.
///
/// Who sits there is said by the ``Appearance`` records that name it, interpreters included.
package struct Bilateral: Entity {
    package static let slot = 64
    package static let code = "bilateral"
    package static let file = "bilaterals"
    package static let fields = Fields<Bilateral>(
        Field("first_side", \.firstSide, .required),
        Field("second_side", \.secondSide, .required),
        Field("host", \.host),
        Field("asked_on", \.askedOn),
        Field("priority", \.priority),
        Field("minutes", \.minutes),
        Field("window_starts", \.windowStarts, means: .starts),
        Field("window_ends", \.windowEnds, means: .ends),
        Field("status", \.status),
        Field("starts", \.starts, means: .starts),
        Field("ends", \.ends, means: .ends),
        Field("place", \.place),
        Field("languages", \.languages, means: .language),
        Field("note_taker", \.noteTaker),
        Field("note", \.note, means: .note))
    package static let indexes = [byPlace, byParty]
    package static let byPlace = Index<Bilateral>(0) { $0.place }
    package static let byParty = Index<Bilateral>(1, each: { [$0.firstSide, $0.secondSide].compactMap(\.self) })

    package enum Status: String, Choice {
        case requested, offered, confirmed, held, declined, cancelled
    }

    /// How much it matters that the meeting takes place.
    package enum Priority: String, Choice {
        case ordinary, high, essential
    }

    package var heading = Heading<Bilateral>()
    package var firstSide: ID<Party>?
    package var secondSide: ID<Party>?
    /// The side that receives the other; empty where they meet as equals in a room of the conference.
    package var host: ID<Party>?
    package var askedOn: Day?
    package var priority = Priority.ordinary
    package var minutes: Int?
    /// The first moment at which both sides can meet.
    package var windowStarts: Moment?
    package var windowEnds: Moment?
    package var status = Status.requested
    package var starts: Moment?
    package var ends: Moment?
    package var place: ID<Place>?
    /// The languages spoken, by their codes of ISO 639-1.
    package var languages: [String] = []
    package var noteTaker: ID<Officer>?
    package var note = ""

    package init() {}

    /// Whether the meeting is still to take place or did.
    package var isOn: Bool { status != .declined && status != .cancelled }
}
