package import Committee
package import Ledger

/// A figure that somebody announced on a day, as it was announced.
///
/// What was announced does not agree with itself; it is recorded, not corrected.
package struct Statement: Entity {
    package static let slot = 155
    package static let code = "statement"
    package static let file = "statements"
    package static let fields = Fields<Statement>(
        Field("figure", \.figure, .required),
        Field("qualifier", \.qualifier),
        Field("value", \.value, .required),
        Field("announced_by", \.announcedBy),
        Field("body", \.body),
        Field("as_of", \.asOf, .required),
        Field("source", \.source))
    package static let indexes = [byFigure]
    package static let byFigure = Index<Statement>(0) { $0.figure }

    package var heading = Heading<Statement>()
    package var figure: ID<Figure>?
    package var qualifier = Qualifier.blank
    package var value = 0
    /// The occasion or medium: `Steering Committee session of 13 October`, `press`.
    package var announcedBy = ""
    /// The body of the host or the depositary that announced it; nobody where the press counted for itself.
    package var body: ID<Body>?
    package var asOf: Day?
    package var source = ""

    package init() {}
}
