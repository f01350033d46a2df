package import Committee
package import Ledger
package import Parties

/// Who answers for an opening during one shift, and who comes to help from its other side.
package struct OpeningDuty: Entity {
    package static let slot = 92
    package static let code = "opening_duty"
    package static let file = "opening_duties"
    package static let fields = Fields<OpeningDuty>(
        Field("opening", \.opening, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("held_by", \.heldBy, .required),
        Field("keeper", \.keeper),
        Field("responder_body", \.responderBody),
        Field("responder", \.responder),
        Field("response_seconds", \.responseSeconds))
    package static let indexes = [byOpening]
    package static let byOpening = Index<OpeningDuty>(0) { $0.opening }

    package var heading = Heading<OpeningDuty>()
    package var opening: ID<Opening>?
    package var starts = Moment.blank
    package var ends = Moment.blank
    /// The body that answers for the opening.
    package var heldBy: ID<Body>?
    /// Whoever stands at it or holds its key.
    package var keeper: ID<Person>?
    /// The body of the other side that comes when called.
    package var responderBody: ID<Body>?
    package var responder: ID<Person>?
    package var responseSeconds: Int?

    package init() {}

    package var span: Span { Span(starts, ends) }
}
