package import Ledger
package import Parties
package import Venues

/// A key or key card of a zone, and who has it now.
package struct Key: Entity {
    package static let slot = 108
    package static let code = "key"
    package static let file = "keys"
    package static let fields = Fields<Key>(
        Field("zone", \.zone, .required),
        Field("label", \.label, .required),
        Field("holder", \.holder),
        Field("taken_at", \.takenAt),
        Field("due_back", \.dueBack),
        Field("returned_at", \.returnedAt),
        Field("lost", \.isLost))
    package static let indexes = [byZone]
    package static let byZone = Index<Key>(0) { $0.zone }

    package var heading = Heading<Key>()
    package var zone: ID<Zone>?
    package var label = ""
    package var holder: ID<Person>?
    package var takenAt: Moment?
    package var dueBack: Moment?
    package var returnedAt: Moment?
    package var isLost = false

    package init() {}

    /// Whether it hangs where it belongs.
    package var isBack: Bool { !isLost && (takenAt == nil || returnedAt != nil) }
}
