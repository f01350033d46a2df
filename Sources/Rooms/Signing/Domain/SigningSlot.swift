package import Ledger
package import Parties

/// A party's place in the queue of a signing table. Who stands there is the signer of its ``Intention``.
package struct SigningSlot: Entity {
    package static let slot = 89
    package static let code = "signing_slot"
    package static let file = "signing_slots"
    package static let fields = Fields<SigningSlot>(
        Field("table", \.table),
        Field("party", \.party, means: .party),
        Field("position", \.position, .required),
        Field("called", \.called),
        Field("passed_over", \.isPassedOver))
    package static let indexes = [byTable, byParty, byPosition]
    package static let byTable = Index<SigningSlot>(0) { $0.table }
    package static let byParty = Index<SigningSlot>(1) { $0.party }
    /// By table and position: see ``place(_:at:)``.
    package static let byPosition = Index<SigningSlot>(2) { slot in slot.table.map { place(slot.position, at: $0) } }

    package var heading = Heading<SigningSlot>()
    package var table: ID<SigningTable>?
    package var party: ID<Party>?
    /// From 1.
    package var position = 0
    /// When the treaty officer called the party to the table.
    package var called: Moment?
    /// Absent when called for: the next one was called instead.
    package var isPassedOver = false

    package init() {}

    /// The key of a position in a table's queue.
    package static func place(_ position: Int, at table: ID<SigningTable>) -> String { "\(table.number)|\(position)" }
}
