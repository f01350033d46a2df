package import Committee
package import Ledger
package import Parties

/// One line of a body's estimate (dự toán): an item for so many persons and days, by its norm.
package struct Estimate: Entity {
    package static let slot = 143
    package static let code = "estimate"
    package static let file = "estimates"
    package static let fields = Fields<Estimate>(
        Field("body", \.body),
        Field("item", \.item, .required),
        Field("name_vi", \.nameVietnamese, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, means: .title(in: "en")),
        Field("delegation", \.delegation),
        Field("guest_class", \.guestClass),
        Field("norm", \.norm),
        Field("persons", \.persons),
        Field("days", \.days),
        Field("unit_price_vnd", \.unitPrice, means: .money),
        Field("amount_vnd", \.amount, means: .money),
        Field("for_day", \.forDay),
        Field("status", \.status),
        Field("plan", \.plan),
        Field("approval_reference", \.approvalReference),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn))
    package static let indexes = [byBody, byNorm, byDelegation]
    package static let byBody = Index<Estimate>(0) { $0.body }
    package static let byNorm = Index<Estimate>(1) { $0.norm }
    package static let byDelegation = Index<Estimate>(2) { $0.delegation }

    package enum Status: String, Choice {
        case draft, submitted, approved, rejected
    }

    package var heading = Heading<Estimate>()
    package var body: ID<Body>?
    package var item = Norm.Item.other
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The guests for whom it is; none for a line of the host's own.
    package var delegation: ID<Delegation>?
    package var guestClass = GuestClass.Tier.none
    package var norm: ID<Norm>?
    package var persons = 0
    /// Days, or nights for a room.
    package var days = 0
    package var unitPrice = 0
    /// The whole line.
    package var amount = 0
    /// The first day on which the money is spent: the norm of that day holds.
    package var forDay: Day?
    package var status = Status.draft
    /// The plan in which a special class was approved.
    package var plan: ID<Plan>?
    /// The number of the document that approves what goes beyond a norm, or what has none.
    package var approvalReference = ""
    package var approvedBy: ID<Body>?
    package var approvedOn: Day?

    package init() {}

    /// Whether it adds to what its body asks for.
    package var counts: Bool { status == .submitted || status == .approved }
}
