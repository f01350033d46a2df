package import Ledger
package import Venues

/// A time at which side events are held, with the rooms given to them.
package struct SideEventSlot: Entity {
    package static let slot = 67
    package static let code = "side_event_slot"
    package static let file = "side_event_slots"
    package static let fields = Fields<SideEventSlot>(
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("rooms", \.rooms),
        Field("note", \.note, means: .note))

    package var heading = Heading<SideEventSlot>()
    package var starts = Moment.blank
    package var ends = Moment.blank
    /// The rooms that may be used in it, other events of the programme not yet taken off.
    package var rooms: [ID<Place>] = []
    package var note = ""

    package init() {}
}
