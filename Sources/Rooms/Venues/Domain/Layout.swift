package import Ledger

/// How a place can be set up, and how many people it then holds.
package struct Layout: Entity {
    package static let slot = 22
    package static let code = "layout"
    package static let file = "layouts"
    package static let fields = Fields<Layout>(
        Field("place", \.place, .required),
        Field("kind", \.kind, .required, means: .sort),
        Field("capacity", \.capacity, .required),
        Field("set_up_minutes", \.setUpMinutes))
    package static let indexes = [byPlace]
    package static let byPlace = Index<Layout>(0) { $0.place }

    package enum Sort: String, Choice {
        case theatre, classroom, boardroom, horseshoe, banquet, standing, signing
    }

    package var heading = Heading<Layout>()
    package var place = ID<Place>.blank
    package var kind = Sort.theatre
    /// Persons.
    package var capacity = 0
    package var setUpMinutes: Int?

    package init() {}
}
