package import Ledger
package import Venues

/// A stretch of time in which some categories may be in a zone: the plan from which its crowd is foreseen.
package struct AccessSlot: Entity {
    package static let slot = 56
    package static let code = "access_slot"
    package static let file = "access_slots"
    package static let fields = Fields<AccessSlot>(
        Field("zone", \.zone, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("categories", \.categories, .required),
        Field("cards", \.cards))
    package static let indexes = [byZone]
    package static let byZone = Index<AccessSlot>(0) { $0.zone }

    package var heading = Heading<AccessSlot>()
    package var zone = ID<Zone>.blank
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var categories: [ID<Category>] = []
    /// How many secondary cards admit to it; without any, everybody registered in the categories may come.
    package var cards: Int?

    package init() {}
}
