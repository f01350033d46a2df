package import Ledger
package import Venues

/// A first-aid point or doctor's room at a place, while it is open.
package struct MedicalPost: Entity {
    package static let slot = 170
    package static let code = "medical_post"
    package static let file = "medical_posts"
    package static let fields = Fields<MedicalPost>(
        Field("place", \.place),
        Field("name_vi", \.nameVietnamese, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, means: .title(in: "en")),
        Field("opens", \.opens, means: .starts),
        Field("closes", \.closes, means: .ends),
        Field("beds", \.beds),
        Field("has_defibrillator", \.hasDefibrillator),
        Field("duty_line", \.dutyLine))
    package static let indexes = [byPlace]
    package static let byPlace = Index<MedicalPost>(0) { $0.place }

    package var heading = Heading<MedicalPost>()
    package var place: ID<Place>?
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var opens: Moment?
    package var closes: Moment?
    package var beds: Int?
    package var hasDefibrillator = false
    package var dutyLine = ""

    package init() {}
}
