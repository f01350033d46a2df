package import Committee
package import Ledger

/// A restore from a backup, done to see that it can be done.
package struct RestoreDrill: Entity {
    package static let slot = 167
    package static let code = "restore_drill"
    package static let file = "restore_drills"
    package static let fields = Fields<RestoreDrill>(
        Field("copy_made", \.copyMade),
        Field("done", \.done),
        Field("bare_machine", \.bareMachine),
        Field("chain_verified", \.chainVerified),
        Field("minutes", \.minutes),
        Field("officer", \.officer))

    package var heading = Heading<RestoreDrill>()
    /// When the backup that was used was taken.
    package var copyMade: Moment?
    package var done: Moment?
    /// Whether it began on a machine with nothing of the house on it.
    package var bareMachine = false
    /// Whether the restored journal's chain verified to its head.
    package var chainVerified = false
    /// From the bare machine to the first page.
    package var minutes: Int?
    package var officer: ID<Officer>?

    package init() {}
}
