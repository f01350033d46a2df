package import Ledger

/// One exercise of a protection plan.
package struct Drill: Entity {
    package static let slot = 105
    package static let code = "drill"
    package static let file = "drills"
    package static let fields = Fields<Drill>(
        Field("plan", \.plan, .required),
        Field("version", \.version, .required),
        Field("held_on", \.heldOn, .required),
        Field("units", \.units),
        Field("passed", \.isPassed),
        Field("lessons", \.lessons))
    package static let indexes = [byPlan]
    package static let byPlan = Index<Drill>(0) { $0.plan }

    package var heading = Heading<Drill>()
    package var plan: ID<ProtectionPlan>?
    /// The version of the plan that was drilled.
    package var version = 1
    package var heldOn = Day.blank
    package var units: [ID<Unit>] = []
    package var isPassed = false
    package var lessons = ""

    package init() {}
}
