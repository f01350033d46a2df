package import Ledger

/// What the depositary announced of a treaty on a day: its counts, and when it enters into force.
package struct DepositaryNotification: Entity {
    package static let slot = 148
    package static let code = "depositary_notification"
    package static let file = "depositary_notifications"
    package static let fields = Fields<DepositaryNotification>(
        Field("treaty", \.treaty),
        Field("number", \.number),
        Field("issued_on", \.issuedOn),
        Field("as_of", \.asOf),
        Field("signatories", \.signatories),
        Field("instruments", \.instruments),
        Field("enters_into_force_on", \.entersIntoForceOn),
        Field("source", \.source))
    package static let indexes = [byTreaty]
    package static let byTreaty = Index<DepositaryNotification>(0) { $0.treaty }

    package var heading = Heading<DepositaryNotification>()
    package var treaty: ID<Treaty>?
    /// `C.N.196.2025.TREATIES-XVIII.16`; empty for a count in the depositary's list.
    package var number = ""
    package var issuedOn: Day?
    /// The last day that the counts cover.
    package var asOf: Day?
    /// Signatures of States and organisations.
    package var signatories: Int?
    /// Instruments that count towards entry into force: those of organisations do not.
    package var instruments: Int?
    package var entersIntoForceOn: Day?
    package var source = ""

    package init() {}
}
