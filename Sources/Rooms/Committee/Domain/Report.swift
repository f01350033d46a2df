package import Ledger

/// What a body reports for a period: results, obstacles, proposals, and how far each of its tasks is.
package struct Report: Entity {
    package static let slot = 8
    package static let code = "report"
    package static let file = "reports"
    package static let fields = Fields<Report>(
        Field("body", \.body, .required),
        Field("period_from", \.periodFrom, .required, means: .starts),
        Field("period_to", \.periodTo, .required, means: .ends),
        Field("filed_on", \.filedOn),
        Field("signed_by", \.signedBy),
        Field("results", \.results),
        Field("obstacles", \.obstacles),
        Field("proposals", \.proposals),
        Field("tasks", \.tasks),
        Field("percents", \.percents),
        Field("document_number", \.documentNumber),
        Field("document_symbol", \.documentSymbol))
    package static let indexes = [byBody, bySigner]
    package static let byBody = Index<Report>(0) { $0.body }
    package static let bySigner = Index<Report>(1) { $0.signedBy }

    package var heading = Heading<Report>()
    package var body: ID<Body>?
    package var periodFrom: Day?
    package var periodTo: Day?
    package var filedOn: Day?
    package var signedBy: ID<Officer>?
    package var results: [String] = []
    package var obstacles: [String] = []
    package var proposals: [String] = []
    package var tasks: [ID<PlanTask>] = []
    /// What the signed report says of each of `tasks`, in their order.
    package var percents: [Int] = []
    package var documentNumber = ""
    package var documentSymbol = ""

    package init() {}
}
