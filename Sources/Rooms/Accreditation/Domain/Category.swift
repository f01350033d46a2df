package import Ledger
package import Venues

/// A kind of badge: which zones it justifies, how many there may be, and what its photo must be.
package struct Category: Entity {
    package static let slot = 50
    package static let code = "category"
    package static let file = "categories"
    package static let fields = Fields<Category>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("group", \.group, .required),
        Field("zones", \.zones),
        Field("quota", \.quota),
        Field("photo", \.photo),
        Field("recognised_by_protocol", \.isRecognisedByProtocol),
        Field("colour", \.colour))

    /// Who stands behind the category; media and delegates exclude each other.
    package enum Group: String, Choice {
        case delegates, media, host, unitedNations = "un", security, services
    }

    package enum PhotoRule: String, Choice {
        case required
        /// Heads of State and Government, vice-presidents and their spouses need none.
        case waivedByRank = "waived_by_rank"
    }

    package var heading = Heading<Category>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var group = Group.delegates
    package var zones: [ID<Zone>] = []
    /// How many people may be registered in it.
    package var quota: Int?
    package var photo = PhotoRule.required
    /// Whether its holders are let in without a scan when protocol recognises them; they are counted all the same.
    package var isRecognisedByProtocol = false
    package var colour = ""

    package init() {}
}
