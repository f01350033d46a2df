package import Ledger
package import Venues

/// A way from one place to another, segment by segment.
package struct Route: Entity {
    package static let slot = 130
    package static let code = "route"
    package static let file = "routes"
    package static let fields = Fields<Route>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("origin", \.origin),
        Field("destination", \.destination),
        Field("segments", \.segments),
        Field("alternative", \.alternative),
        Field("safe_haven", \.safeHaven))
    package static let indexes = [bySegment]
    package static let bySegment = Index<Route>(0, each: { $0.segments })

    package var heading = Heading<Route>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var origin: ID<Place>?
    package var destination: ID<Place>?
    /// In the order in which they are driven.
    package var segments: [ID<Segment>] = []
    /// The route to take when this one is blocked.
    package var alternative: ID<Route>?
    package var safeHaven: ID<Place>?

    package init() {}
}
