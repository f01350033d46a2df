package import Ledger

/// A venue, a hall or a room.
package struct Place: Entity {
    package static let slot = 20
    package static let code = "place"
    package static let file = "places"
    package static let fields = Fields<Place>(
        Field("kind", \.kind, .required, means: .sort),
        Field("venue", \.venue),
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("zone", \.timeZone, .required),
        Field("security_zone", \.securityZone),
        Field("capacity", \.capacity),
        Field("seated_meal_capacity", \.seatedMealCapacity),
        Field("area_m2", \.area),
        Field("exit_widths_cm", \.exitWidths),
        Field("principal_seats", \.principalSeats),
        Field("principal_seats_equal", \.principalSeatsEqual),
        Field("step_free", \.isStepFree),
        Field("equipment", \.equipment),
        Field("turn_round_minutes", \.turnRound))
    package static let indexes = [byVenue, bySecurityZone]
    package static let byVenue = Index<Place>(0) { $0.venue }
    package static let bySecurityZone = Index<Place>(1) { $0.securityZone }

    package enum Sort: String, Choice {
        case venue, hall, room, lobby, pressCentre = "press_centre", exhibition, airport, hotel, kitchen, outdoors, other
    }

    package var heading = Heading<Place>()
    package var kind = Sort.venue
    package var venue: ID<Place>?
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The IANA zone of its clocks.
    package var timeZone = ""
    /// The protected zone in which it lies.
    package var securityZone: ID<Zone>?
    /// Persons in the usual layout.
    package var capacity: Int?
    package var seatedMealCapacity: Int?
    /// Square metres.
    package var area: Int?
    /// The width of each exit in centimetres.
    package var exitWidths: [Int] = []
    package var principalSeats: Int?
    /// Whether the principals' seats are of one class and height.
    package var principalSeatsEqual = false
    package var isStepFree = false
    package var equipment: [String] = []
    /// Minutes between two sessions.
    package var turnRound = 0

    package init() {}
}
