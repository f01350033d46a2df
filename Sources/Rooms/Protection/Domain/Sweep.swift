package import Ledger
package import Venues

/// One search of a zone for explosives, devices and people.
package struct Sweep: Entity {
    package static let slot = 109
    package static let code = "sweep"
    package static let file = "sweeps"
    package static let fields = Fields<Sweep>(
        Field("zone", \.zone, .required),
        Field("unit", \.unit),
        Field("started", \.started, .required),
        Field("ended", \.ended),
        Field("dogs", \.dogs),
        Field("clear", \.isClear),
        Field("seals", \.seals))
    package static let indexes = [byZone]
    package static let byZone = Index<Sweep>(0) { $0.zone }

    package var heading = Heading<Sweep>()
    package var zone: ID<Zone>?
    package var unit: ID<Unit>?
    package var started = Moment.blank
    package var ended: Moment?
    package var dogs = 0
    /// Whether nothing was found, or what was found is gone.
    package var isClear = false
    /// The numbers of the seals set at its end.
    package var seals: [String] = []

    package init() {}
}
