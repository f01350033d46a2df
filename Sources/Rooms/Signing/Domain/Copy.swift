package import Committee
package import Ledger

/// One bound copy of a treaty that lies on the table to be signed.
package struct Copy: Entity {
    package static let slot = 83
    package static let code = "copy"
    package static let file = "copies"
    package static let fields = Fields<Copy>(
        Field("treaty", \.treaty),
        Field("table", \.table),
        Field("printed_on", \.printedOn),
        Field("hash", \.hash),
        Field("certified_hash", \.certifiedHash),
        Field("certified_by", \.certifiedBy),
        Field("certified_on", \.certifiedOn),
        Field("earlier_prints", \.earlierPrints),
        Field("prints_destroyed", \.printsDestroyed),
        Field("destruction_record", \.destructionRecord),
        Field("destroyed_on", \.destroyedOn))
    package static let indexes = [byTreaty, byTable]
    package static let byTreaty = Index<Copy>(0) { $0.treaty }
    package static let byTable = Index<Copy>(1) { $0.table }

    package var heading = Heading<Copy>()
    package var treaty: ID<Treaty>?
    package var table: ID<SigningTable>?
    package var printedOn: Day?
    /// SHA-256 of the file that was printed.
    package var hash = ""
    /// SHA-256 of the file that the depositary certified.
    package var certifiedHash = ""
    package var certifiedBy: ID<Body>?
    package var certifiedOn: Day?
    /// How many prints were made before this one.
    package var earlierPrints = 0
    package var printsDestroyed = 0
    /// The number of the record of their destruction.
    package var destructionRecord = ""
    package var destroyedOn: Day?

    package init() {}
}
