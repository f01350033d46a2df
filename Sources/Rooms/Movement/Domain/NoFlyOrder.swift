package import Ledger
package import Lodging
package import Venues

/// An order that closes the air over venues, hotels and routes to everything unmanned.
package struct NoFlyOrder: Entity {
    package static let slot = 139
    package static let code = "no_fly_order"
    package static let file = "no_fly_orders"
    package static let fields = Fields<NoFlyOrder>(
        Field("document_number", \.documentNumber),
        Field("issued_on", \.issuedOn),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("ceiling_m", \.ceiling),
        Field("venues", \.venues),
        Field("hotels", \.hotels),
        Field("routes", \.routes))
    package static let indexes = [byVenue, byHotel, byRoute]
    package static let byVenue = Index<NoFlyOrder>(0, each: { $0.venues })
    package static let byHotel = Index<NoFlyOrder>(1, each: { $0.hotels })
    package static let byRoute = Index<NoFlyOrder>(2, each: { $0.routes })

    package var heading = Heading<NoFlyOrder>()
    package var documentNumber = ""
    package var issuedOn: Day?
    package var starts = Moment.blank
    package var ends = Moment.blank
    /// Metres above the ground up to which nothing flies.
    package var ceiling: Int?
    package var venues: [ID<Place>] = []
    package var hotels: [ID<Hotel>] = []
    package var routes: [ID<Route>] = []

    package init() {}
}
