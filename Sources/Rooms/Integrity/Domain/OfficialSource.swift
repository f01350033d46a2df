package import Committee
package import Ledger

/// Where a fact of the event is officially stated: the programme, the depositary's notification, a notice of the city.
package struct OfficialSource: Entity {
    package static let slot = 161
    package static let code = "official_source"
    package static let file = "official_sources"
    package static let fields = Fields<OfficialSource>(
        Field("kind", \.kind, .required, means: .sort),
        Field("body", \.body, .required),
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("address", \.address),
        Field("hash", \.hash),
        Field("issued_on", \.issuedOn),
        Field("withdrawn_on", \.withdrawnOn))

    package enum Sort: String, Choice {
        case programme, treatyText = "treaty_text", depositaryNotification = "depositary_notification"
        case publicNotice = "public_notice", practicalInformation = "practical_information", pressRelease = "press_release"
    }

    package var heading = Heading<OfficialSource>()
    package var kind = Sort.blank
    package var body: ID<Body>?
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var address = ""
    /// SHA-256 of the document.
    package var hash = ""
    package var issuedOn: Day?
    package var withdrawnOn: Day?

    package init() {}
}
