package import Ledger

/// What a body decided (quyết định), with its number, date and signatory.
package struct Decision: Entity {
    package static let slot = 12
    package static let code = "decision"
    package static let file = "decisions"
    package static let fields = Fields<Decision>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("body", \.body, .required),
        Field("signed_by", \.signedBy),
        Field("decided_on", \.decidedOn),
        Field("effective_on", \.effectiveOn),
        Field("text", \.text),
        Field("document_number", \.documentNumber),
        Field("document_symbol", \.documentSymbol),
        Field("replaces", \.replaces))
    package static let indexes = [byBody, bySigner]
    package static let byBody = Index<Decision>(0) { $0.body }
    package static let bySigner = Index<Decision>(1) { $0.signedBy }

    package var heading = Heading<Decision>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var body: ID<Body>?
    package var signedBy: ID<Officer>?
    package var decidedOn: Day?
    package var effectiveOn: Day?
    package var text = ""
    package var documentNumber = ""
    package var documentSymbol = ""
    package var replaces: ID<Decision>?

    package init() {}
}
