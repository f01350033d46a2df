package import Ledger
package import Venues

/// A hotel or guest house in which the ceremony lodges people.
package struct Hotel: Entity {
    package static let slot = 120
    package static let code = "hotel"
    package static let file = "hotels"
    package static let fields = Fields<Hotel>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("place", \.place),
        Field("address", \.address),
        Field("stars", \.stars),
        Field("rooms", \.rooms),
        Field("step_free", \.isStepFree),
        Field("note", \.note, means: .note))

    package var heading = Heading<Hotel>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var place: ID<Place>?
    package var address = ""
    package var stars: Int?
    /// Rooms in the whole house.
    package var rooms: Int?
    package var isStepFree = false
    package var note = ""

    package init() {}
}
