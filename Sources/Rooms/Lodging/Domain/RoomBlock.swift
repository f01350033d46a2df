package import Committee
package import Ledger
package import Parties

/// Rooms of one type set aside for one holder: a delegation, or a body of the host.
package struct RoomBlock: Entity {
    package static let slot = 121
    package static let code = "room_block"
    package static let file = "room_blocks"
    package static let fields = Fields<RoomBlock>(
        Field("hotel", \.hotel, .required),
        Field("room_type", \.roomType, .required),
        Field("rooms", \.rooms, .required),
        Field("first_night", \.firstNight, .required),
        Field("last_night", \.lastNight, .required),
        Field("floor", \.floor),
        Field("delegation", \.delegation),
        Field("body", \.body),
        Field("released", \.isReleased))
    package static let indexes = [byHotel, byDelegation]
    package static let byHotel = Index<RoomBlock>(0) { $0.isReleased ? nil : $0.hotel }
    package static let byDelegation = Index<RoomBlock>(1) { $0.isReleased ? nil : $0.delegation }

    package var heading = Heading<RoomBlock>()
    package var hotel = ID<Hotel>.blank
    package var roomType = RoomType.standard
    package var rooms = 0
    package var firstNight = Day.blank
    package var lastNight = Day.blank
    /// The floor kept for the holder alone; empty where the rooms lie among others.
    package var floor = ""
    package var delegation: ID<Delegation>?
    package var body: ID<Body>?
    /// Given back to the hotel.
    package var isReleased = false

    package init() {}

    package var nights: Nights { Nights(firstNight, lastNight) }
}
