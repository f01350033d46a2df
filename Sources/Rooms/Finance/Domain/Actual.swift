package import Committee
package import Ledger

/// Money that was paid (thực chi), against a line of the estimate.
package struct Actual: Entity {
    package static let slot = 144
    package static let code = "actual"
    package static let file = "actuals"
    package static let fields = Fields<Actual>(
        Field("body", \.body),
        Field("estimate", \.estimate),
        Field("persons", \.persons),
        Field("days", \.days),
        Field("amount_vnd", \.amount, means: .money),
        Field("paid_on", \.paidOn),
        Field("voucher", \.voucher),
        Field("approval_reference", \.approvalReference))
    package static let indexes = [byBody, byEstimate]
    package static let byBody = Index<Actual>(0) { $0.body }
    package static let byEstimate = Index<Actual>(1) { $0.estimate }

    package var heading = Heading<Actual>()
    package var body: ID<Body>?
    package var estimate: ID<Estimate>?
    /// How many there really were.
    package var persons = 0
    package var days = 0
    package var amount = 0
    package var paidOn: Day?
    /// The number of the voucher or invoice.
    package var voucher = ""
    /// The number of the document that approves what goes beyond the norm.
    package var approvalReference = ""

    package init() {}
}
