package import Ledger

/// A master or component plan (đề án, kế hoạch) with its approval, in one version after another.
package struct Plan: Entity {
    package static let slot = 4
    package static let code = "plan"
    package static let file = "plans"
    package static let fields = Fields<Plan>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("parent", \.parent),
        Field("approver", \.approver),
        Field("status", \.status, .required),
        Field("version", \.version),
        Field("approved_by", \.approvedBy),
        Field("approved_version", \.approvedVersion),
        Field("approved_on", \.approvedOn),
        Field("signed_by", \.signedBy),
        Field("document_number", \.documentNumber),
        Field("document_symbol", \.documentSymbol),
        Field("text_hash", \.textHash))
    package static let indexes = [byParent, byStatus, bySigner]
    package static let byParent = Index<Plan>(0) { $0.parent }
    package static let byStatus = Index<Plan>(1) { $0.status }
    package static let bySigner = Index<Plan>(2) { $0.signedBy }

    package enum Status: String, Choice, IndexKey {
        case drafting, submitted, inForce = "in_force", superseded, withdrawn
    }

    package var heading = Heading<Plan>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var parent: ID<Plan>?
    /// Who must approve it.
    package var approver: ID<Body>?
    package var status = Status.blank
    /// Grows by one with every change of the content.
    package var version = 1
    package var approvedBy: ID<Body>?
    package var approvedVersion: Int?
    package var approvedOn: Day?
    package var signedBy: ID<Officer>?
    /// The number of the approving document: `2222`.
    package var documentNumber = ""
    /// The symbol behind the number: `QĐ-TTg`.
    package var documentSymbol = ""
    /// SHA-256 of the text of this version.
    package var textHash = ""

    package init() {}
}
