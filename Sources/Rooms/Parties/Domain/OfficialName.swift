package import Ledger

/// A party's name in one language, in the words that the party itself approved.
package struct OfficialName: Entity {
    package static let slot = 41
    package static let code = "official_name"
    package static let file = "official_names"
    package static let fields = Fields<OfficialName>(
        Field("party", \.party, .required, means: .party),
        Field("language", \.language, .required, means: .language),
        Field("form", \.form),
        Field("text", \.text, .required),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn),
        Field("reference", \.approvalReference))
    package static let indexes = [byParty]
    package static let byParty = Index<OfficialName>(0) { $0.party }

    package enum Form: String, Choice {
        case short, long
    }

    package var heading = Heading<OfficialName>()
    package var party = ID<Party>.blank
    package var language = Language.vietnamese
    package var form = Form.short
    package var text = ""
    /// The verified address through which the party approved it.
    package var approvedBy: ID<Contact>?
    package var approvedOn: Day?
    /// The number of the note or letter.
    package var approvalReference = ""

    package init() {}

    package var isApproved: Bool { approvedBy != nil && approvedOn != nil }
}
