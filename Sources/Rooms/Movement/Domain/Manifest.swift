package import Ledger
package import Parties

/// Who boarded a trip and who got out of it.
package struct Manifest: Entity {
    package static let slot = 135
    package static let code = "manifest"
    package static let file = "manifests"
    package static let fields = Fields<Manifest>(
        Field("trip", \.trip, .required),
        Field("boarded", \.boarded),
        Field("closed_at", \.closedAt),
        Field("closed_by", \.closedBy),
        Field("alighted", \.alighted),
        Field("counted_at", \.countedAt),
        Field("counted_by", \.countedBy))
    package static let indexes = [byTrip]
    package static let byTrip = Index<Manifest>(0) { $0.trip }

    package var heading = Heading<Manifest>()
    package var trip: ID<Trip>?
    package var boarded: [ID<Person>] = []
    /// When the list was closed; nobody boards after.
    package var closedAt: Moment?
    package var closedBy: ID<Person>?
    package var alighted: [ID<Person>] = []
    package var countedAt: Moment?
    package var countedBy: ID<Person>?

    package init() {}
}
