package import Committee
package import Ledger
package import Venues

/// Something that the programme announces: a session, a side event, a banquet, a press encounter.
///
/// A row may stand for several events in parallel (`parallel_count`: "Workshops (38)"). A side event that has no slot yet carries
/// the window in which it must fall; once it has a slot it carries the slot's times.
package struct Session: Entity {
    package static let slot = 60
    package static let code = "session"
    package static let file = "sessions"
    package static let fields = Fields<Session>(
        Field("kind", \.kind, .required, means: .sort),
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("place", \.place),
        Field("layout", \.layout),
        Field("run_by", \.runBy),
        Field("access", \.access),
        Field("expected", \.expected),
        Field("expected_at_once", \.expectedAtOnce),
        Field("expected_basis", \.expectedBasis),
        Field("languages", \.languages, means: .language),
        Field("interpretation", \.interpretation),
        Field("parallel_count", \.parallelCount),
        Field("booths", \.booths),
        Field("part_of", \.partOf),
        Field("side_event_slot", \.sideEventSlot),
        Field("note", \.note, means: .note))
    package static let indexes = [byPlace, byKind, byPartOf]
    package static let byPlace = Index<Session>(0) { $0.place }
    package static let byKind = Index<Session>(1) { $0.kind }
    package static let byPartOf = Index<Session>(2) { $0.partOf }

    package enum Sort: String, Choice, IndexKey {
        case opening, welcome, signing, plenary, banquet, press, workshop, exhibition, closing, rehearsal
        case highLevelEvent = "high_level_event"
    }

    /// Whom it is open to: everybody who is accredited, or those who are invited to it.
    package enum Access: String, Choice {
        case `public`, restricted
    }

    /// What the expected attendance rests on.
    package enum Basis: String, Choice {
        case assumed, published, registered
    }

    package var heading = Heading<Session>()
    package var kind = Sort.opening
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var place: ID<Place>?
    /// How the place is set up for it; as usual, where it says nothing.
    package var layout: Layout.Sort?
    package var runBy: [ID<Body>] = []
    package var access = Access.public
    /// Persons expected in all.
    package var expected: Int?
    /// Persons expected at the busiest moment, where people come and go.
    package var expectedAtOnce: Int?
    package var expectedBasis = Basis.assumed
    /// The languages spoken on the floor, by their codes of ISO 639-1.
    package var languages: [String] = []
    /// The languages interpreted into, one booth each, by their codes of ISO 639-1.
    package var interpretation: [String] = []
    /// How many events the row stands for; one where it says nothing.
    package var parallelCount: Int?
    /// How many booths an exhibition has.
    package var booths: Int?
    /// The row of the public programme under which it is announced.
    package var partOf: ID<Session>?
    package var sideEventSlot: ID<SideEventSlot>?
    package var note = ""

    package init() {}

    /// How many events the row stands for.
    package var events: Int { max(parallelCount ?? 1, 1) }

    /// Persons to be there at one time, as far as anybody said.
    package var attendance: Int? { expectedAtOnce ?? expected }

    /// Whether both are going on at one time.
    package func overlaps(_ other: Session) -> Bool {
        starts.instant < other.ends.instant && other.starts.instant < ends.instant
    }
}
