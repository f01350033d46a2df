package import Ledger

/// A hospital that was designated for the ceremony.
package struct Hospital: Entity {
    package static let slot = 173
    package static let code = "hospital"
    package static let file = "hospitals"
    package static let fields = Fields<Hospital>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("address", \.address),
        Field("duty_line", \.dutyLine),
        Field("has_emergency", \.hasEmergency),
        Field("designated_on", \.designatedOn),
        Field("agreement", \.agreement))

    package var heading = Heading<Hospital>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var address = ""
    /// The emergency department's line, never a private number.
    package var dutyLine = ""
    /// Whether it takes emergencies at all hours.
    package var hasEmergency = false
    package var designatedOn: Day?
    /// The number of the document that designates it.
    package var agreement = ""

    package init() {}
}
