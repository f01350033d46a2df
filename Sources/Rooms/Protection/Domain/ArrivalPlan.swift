package import Gates
package import Ledger
package import Programme

/// How many people are to come to a session through one gate, and in what time.
package struct ArrivalPlan: Entity {
    package static let slot = 118
    package static let code = "arrival_plan"
    package static let file = "arrival_plans"
    package static let fields = Fields<ArrivalPlan>(
        Field("gate", \.gate, .required),
        Field("session", \.session, .required),
        Field("people", \.people, .required),
        Field("from", \.from, .required, means: .starts),
        Field("walk_minutes", \.walk),
        Field("seated_minutes_before", \.seatedBefore))
    package static let indexes = [byGate]
    package static let byGate = Index<ArrivalPlan>(0) { $0.gate }

    package var heading = Heading<ArrivalPlan>()
    package var gate: ID<Gate>?
    package var session: ID<Session>?
    package var people = 0
    /// When the first of them are let in.
    package var from = Moment.blank
    /// Minutes from the gate to the seat.
    package var walk = 0
    /// Minutes before the session at which everybody sits.
    package var seatedBefore = 0

    package init() {}
}
