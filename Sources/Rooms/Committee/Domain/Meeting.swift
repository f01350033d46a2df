package import Ledger

/// A session of the committee or one of its bodies, with what it concluded.
package struct Meeting: Entity {
    package static let slot = 9
    package static let code = "meeting"
    package static let file = "meetings"
    package static let fields = Fields<Meeting>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("body", \.body),
        Field("chair", \.chair),
        Field("bodies", \.bodies),
        Field("starts", \.starts, means: .starts),
        Field("ends", \.ends, means: .ends),
        Field("room", \.room),
        Field("agenda", \.agenda),
        Field("conclusions", \.conclusions),
        Field("document_number", \.documentNumber),
        Field("document_symbol", \.documentSymbol))
    package static let indexes = [byBody, byChair]
    package static let byBody = Index<Meeting>(0) { $0.body }
    package static let byChair = Index<Meeting>(1) { $0.chair }

    package var heading = Heading<Meeting>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var body: ID<Body>?
    package var chair: ID<Officer>?
    package var bodies: [ID<Body>] = []
    package var starts: Moment?
    package var ends: Moment?
    package var room = ""
    package var agenda: [String] = []
    package var conclusions: [String] = []
    /// The number of the notice of conclusions: `557`.
    package var documentNumber = ""
    /// The symbol behind the number: `TB-VPCP`.
    package var documentSymbol = ""

    package init() {}
}
