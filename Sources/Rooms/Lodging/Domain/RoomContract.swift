package import Ledger

/// Rooms of one type that a hotel owes the host on each night of a run.
package struct RoomContract: Entity {
    package static let slot = 124
    package static let code = "room_contract"
    package static let file = "room_contracts"
    package static let fields = Fields<RoomContract>(
        Field("hotel", \.hotel, .required),
        Field("room_type", \.roomType, .required),
        Field("rooms", \.rooms, .required),
        Field("first_night", \.firstNight, .required),
        Field("last_night", \.lastNight, .required),
        Field("price_vnd", \.price, means: .money),
        Field("document", \.document))
    package static let indexes = [byHotel]
    package static let byHotel = Index<RoomContract>(0) { $0.hotel }

    package var heading = Heading<RoomContract>()
    package var hotel = ID<Hotel>.blank
    package var roomType = RoomType.standard
    package var rooms = 0
    package var firstNight = Day.blank
    package var lastNight = Day.blank
    /// A room and night.
    package var price: Int?
    /// The contract's number.
    package var document = ""

    package init() {}

    package var nights: Nights { Nights(firstNight, lastNight) }
}
