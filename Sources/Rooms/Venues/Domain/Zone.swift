package import Ledger

/// A part of the ground with one level of protection, whose openings are watched. "Outside" is a zone too.
package struct Zone: Entity {
    package static let slot = 21
    package static let code = "zone"
    package static let file = "zones"
    package static let fields = Fields<Zone>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("level", \.level, .required),
        Field("venue", \.venue),
        Field("held_by", \.heldBy),
        Field("neighbours", \.neighbours),
        Field("capacity", \.capacity),
        Field("area_m2", \.area),
        Field("exit_widths_cm", \.exitWidths),
        Field("exits_stepped", \.hasSteppedExits))
    package static let indexes = [byVenue]
    package static let byVenue = Index<Zone>(0) { $0.venue }

    /// From nobody's to the principal's room.
    package enum Level: String, Choice {
        case outside, outer, middle, inner, core
    }

    /// Whose security acts in the zone: United Nations premises are the United Nations' for the period.
    package enum Holder: String, Choice {
        case host, unitedNations = "un"
    }

    package var heading = Heading<Zone>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var level = Level.outside
    package var venue: ID<Place>?
    package var heldBy = Holder.host
    package var neighbours: [ID<Zone>] = []
    /// Persons at one time, as somebody competent set it.
    package var capacity: Int?
    /// Square metres.
    package var area: Int?
    /// The width of each exit in centimetres.
    package var exitWidths: [Int] = []
    /// Whether people leave over steps, which is slower.
    package var hasSteppedExits = false

    package init() {}
}
