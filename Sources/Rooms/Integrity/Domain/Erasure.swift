package import Committee
package import Ledger

/// That data was erased because its date had come: what, of how many, by whom, and who was left out by an order to keep it. It names nobody
/// of whom something is gone.
package struct Erasure: Entity {
    package static let slot = 178
    package static let code = "erasure"
    package static let file = "erasures"
    package static let fields = Fields<Erasure>(
        Field("last_day", \.lastDay),
        Field("parts", \.parts, means: .parts),
        Field("made", \.made),
        Field("asked_by", \.askedBy),
        Field("approved_by", \.approvedBy),
        Field("people", \.people),
        Field("records", \.records),
        Field("values", \.values),
        Field("wholly", \.wholly),
        Field("left_out", \.leftOut),
        Field("holds", \.holds))

    package var heading = Heading<Erasure>()
    /// What was to be kept until this day or an earlier one is erased; of the day itself only once it is over.
    package var lastDay: Day?
    /// Kinds, or fields as `person.document`; everything whose date has come where nothing is named. Fields of a kind that are kept equally
    /// long lie under one key, and go together.
    package var parts: [String] = []
    package var made: Moment?
    package var askedBy: ID<Officer>?
    package var approvedBy: ID<Officer>?
    /// How many people, records and fields something was erased of that stood until then.
    package var people = 0
    package var records = 0
    package var values = 0
    /// How many people of whom nothing is left.
    package var wholly = 0
    /// How many people something of whom was due, and is kept by an order.
    package var leftOut = 0
    /// These orders, by their codes.
    package var holds: [String] = []

    package init() {}
}
