package import Committee
package import Ledger

/// The estimates of several bodies put together into one sum, as it was sent up.
package struct Consolidation: Entity {
    package static let slot = 145
    package static let code = "consolidation"
    package static let file = "consolidations"
    package static let fields = Fields<Consolidation>(
        Field("made_by", \.madeBy),
        Field("bodies", \.bodies),
        Field("sum_vnd", \.sum, means: .money),
        Field("as_of", \.asOf),
        Field("version", \.version),
        Field("status", \.status),
        Field("document_number", \.documentNumber))
    package static let indexes = [byBody]
    package static let byBody = Index<Consolidation>(0, each: { $0.bodies })

    package enum Status: String, Choice {
        case draft, sent, superseded
    }

    package var heading = Heading<Consolidation>()
    package var madeBy: ID<Body>?
    package var bodies: [ID<Body>] = []
    package var sum = 0
    package var asOf: Day?
    package var version = 1
    package var status = Status.draft
    package var documentNumber = ""

    package init() {}
}
