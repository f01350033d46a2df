package import Ledger
package import Venues

/// A kitchen that cooks for guests, as it was inspected.
package struct Kitchen: Entity {
    package static let slot = 175
    package static let code = "kitchen"
    package static let file = "kitchens"
    package static let fields = Fields<Kitchen>(
        Field("place", \.place),
        Field("name_vi", \.nameVietnamese, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, means: .title(in: "en")),
        Field("greatest_share", \.greatestShare),
        Field("capacity", \.capacity),
        Field("inspected_on", \.inspectedOn),
        Field("certificate", \.certificate))
    package static let indexes = [byPlace]
    package static let byPlace = Index<Kitchen>(0) { $0.place }

    package var heading = Heading<Kitchen>()
    package var place: ID<Place>?
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The most of one meal that it may cook, in per cent of the covers; none where nobody set a limit.
    package var greatestShare: Int?
    /// Portions at one meal.
    package var capacity: Int?
    package var inspectedOn: Day?
    /// The number of its certificate of food safety.
    package var certificate = ""

    package init() {}
}
