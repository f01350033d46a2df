package import Ledger
package import Venues

/// A microphone and the channels it is heard on.
package struct Microphone: Entity {
    package static let slot = 68
    package static let code = "microphone"
    package static let file = "microphones"
    package static let fields = Fields<Microphone>(
        Field("place", \.place, .required),
        Field("position", \.position),
        Field("channels", \.channels),
        Field("routed_from", \.routedFrom, means: .starts),
        Field("routed_until", \.routedUntil, means: .ends))
    package static let indexes = [byPlace]
    package static let byPlace = Index<Microphone>(0) { $0.place }

    package var heading = Heading<Microphone>()
    package var place: ID<Place>?
    /// Where it stands in the room.
    package var position = ""
    package var channels: [ID<AudioChannel>] = []
    /// From when it is routed so; always, where it says nothing.
    package var routedFrom: Moment?
    package var routedUntil: Moment?

    package init() {}
}
