package import Ledger
package import Venues

/// When and where a treaty is open for signature.
package struct SigningWindow: Entity {
    package static let slot = 81
    package static let code = "signing_window"
    package static let file = "signing_windows"
    package static let fields = Fields<SigningWindow>(
        Field("treaty", \.treaty),
        Field("place", \.place),
        Field("opens", \.opens, .required, means: .starts),
        Field("closes", \.closes, .required, means: .ends),
        Field("clause", \.clause))
    package static let indexes = [byTreaty]
    package static let byTreaty = Index<SigningWindow>(0) { $0.treaty }

    package var heading = Heading<SigningWindow>()
    package var treaty: ID<Treaty>?
    /// The venue; its halls and rooms count as it.
    package var place: ID<Place>?
    /// In the zone of the place, whose clocks decide.
    package var opens = Moment.blank
    /// The first moment at which the treaty is no longer open there: midnight after the last day.
    package var closes = Moment.blank
    /// The article that says so.
    package var clause = ""

    package init() {}

    package func isOpen(at moment: Moment) -> Bool { opens <= moment && moment < closes }
}
