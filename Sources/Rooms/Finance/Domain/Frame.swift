package import Committee
package import Ledger

/// What a body may spend on the ceremony in all, once approved (khung chi được duyệt).
package struct Frame: Entity {
    package static let slot = 142
    package static let code = "frame"
    package static let file = "frames"
    package static let fields = Fields<Frame>(
        Field("body", \.body),
        Field("amount_vnd", \.amount, means: .money),
        Field("version", \.version),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn),
        Field("document_number", \.documentNumber))
    package static let indexes = [byBody]
    package static let byBody = Index<Frame>(0) { $0.body }

    package var heading = Heading<Frame>()
    package var body: ID<Body>?
    package var amount = 0
    package var version = 1
    package var validFrom: Day?
    /// The last day.
    package var validTo: Day?
    package var approvedBy: ID<Body>?
    package var approvedOn: Day?
    package var documentNumber = ""

    package init() {}

    package var isApproved: Bool { approvedBy != nil && approvedOn != nil }
}
