package import Ledger
package import Parties

/// A principal's place in a procession, and what is offered if the principal comes late.
package struct ProcessionEntry: Entity {
    package static let slot = 198
    package static let code = "procession_entry"
    package static let file = "procession_entries"
    package static let fields = Fields<ProcessionEntry>(
        Field("procession", \.procession, .required),
        Field("order", \.order, .required),
        Field("party", \.party, means: .party),
        Field("office", \.office),
        Field("holder", \.holder),
        Field("seat_by", \.seatBy),
        Field("expected", \.expected),
        Field("offered", \.offered),
        Field("joined", \.joined))
    package static let indexes = [byProcession]
    package static let byProcession = Index<ProcessionEntry>(0) { $0.procession }

    package var heading = Heading<ProcessionEntry>()
    package var procession: ID<Procession>?
    /// The place in the procession, from 1.
    package var order = 0
    package var party: ID<Party>?
    package var office: ID<Office>?
    /// A code for whoever holds a role, as in an ``Appearance``.
    package var holder = ""
    /// When the principal must be in place; the procession's start, where it says nothing.
    package var seatBy: Moment?
    /// When the principal is now expected.
    package var expected: Moment?
    /// The entry window that a late principal is offered.
    package var offered: ID<EntryWindow>?
    /// When the principal took the place in the procession; empty until then.
    package var joined: Moment?

    package init() {}
}
