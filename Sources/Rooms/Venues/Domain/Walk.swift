package import Ledger

/// How long people walk from one place to another, either way.
package struct Walk: Entity {
    package static let slot = 23
    package static let code = "walk"
    package static let file = "walks"
    package static let fields = Fields<Walk>(
        Field("from", \.from, .required),
        Field("to", \.to, .required),
        Field("minutes", \.minutes, .required),
        Field("step_free", \.isStepFree))
    package static let indexes = [byPlace]
    /// By either of its ends.
    package static let byPlace = Index<Walk>(0, each: { [$0.from, $0.to] })

    package var heading = Heading<Walk>()
    package var from = ID<Place>.blank
    package var to = ID<Place>.blank
    package var minutes = 0
    package var isStepFree = false

    package init() {}
}
