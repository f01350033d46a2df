package import Committee
package import Ledger

/// What the host publishes against a claim: the fact, and where it is officially stated.
package struct Correction: Entity {
    package static let slot = 162
    package static let code = "correction"
    package static let file = "corrections"
    package static let fields = Fields<Correction>(
        Field("claim", \.claim, .required),
        Field("text_vi", \.textVietnamese, .required, means: .wording(in: "vi")),
        Field("text_en", \.textEnglish, means: .wording(in: "en")),
        Field("channels", \.channels),
        Field("published", \.published),
        Field("approved_by", \.approvedBy),
        Field("delegations_told", \.delegationsTold))
    package static let indexes = [byClaim]
    package static let byClaim = Index<Correction>(0) { $0.claim }

    package var heading = Heading<Correction>()
    package var claim: ID<Claim>?
    package var textVietnamese = ""
    package var textEnglish = ""
    package var channels: [Claim.Channel] = []
    package var published: Moment?
    package var approvedBy: ID<Officer>?
    package var delegationsTold: Moment?

    package init() {}
}
