package import Ledger
package import Venues

/// How many people are to be in a zone at once during some time, as planned by whoever brings them there.
package struct OccupancyPlan: Entity {
    package static let slot = 95
    package static let code = "occupancy_plan"
    package static let file = "occupancy_plans"
    package static let fields = Fields<OccupancyPlan>(
        Field("zone", \.zone, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("people", \.people, .required),
        Field("purpose", \.purpose))
    package static let indexes = [byZone]
    package static let byZone = Index<OccupancyPlan>(0) { $0.zone }

    package var heading = Heading<OccupancyPlan>()
    package var zone: ID<Zone>?
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var people = 0
    package var purpose = ""

    package init() {}
}
