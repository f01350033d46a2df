package import Ledger
package import Venues

/// A principal's way on foot through the zones of a venue.
package struct ProtectedWay: Entity {
    package static let slot = 112
    package static let code = "protected_way"
    package static let file = "protected_ways"
    package static let fields = Fields<ProtectedWay>(
        Field("protectee", \.protectee, .required),
        Field("zones", \.zones, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("note", \.note, means: .note))
    package static let indexes = [byZone]
    package static let byZone = Index<ProtectedWay>(0, each: { $0.zones })

    package var heading = Heading<ProtectedWay>()
    package var protectee: ID<Protectee>?
    package var zones: [ID<Zone>] = []
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var note = ""

    package init() {}
}
