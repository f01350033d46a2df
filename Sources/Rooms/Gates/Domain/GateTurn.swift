package import Committee
package import Ledger
package import Parties

/// One time that a gate is open, from the opening to the closing.
package struct GateTurn: Entity {
    package static let slot = 96
    package static let code = "gate_turn"
    package static let file = "gate_turns"
    package static let fields = Fields<GateTurn>(
        Field("gate", \.gate, .required),
        Field("opened", \.opened, .required),
        Field("closed", \.closed),
        Field("opened_by", \.openedBy),
        Field("protocol_officer", \.protocolOfficer),
        Field("list_as_of", \.listAsOf))
    package static let indexes = [openByGate]
    /// Turns that have not ended.
    package static let openByGate = Index<GateTurn>(0) { $0.closed == nil ? $0.gate : nil }

    package var heading = Heading<GateTurn>()
    package var gate: ID<Gate>?
    package var opened = Moment.blank
    package var closed: Moment?
    package var openedBy: ID<Officer>?
    /// The officer of protocol who stands at the gate.
    package var protocolOfficer: ID<Person>?
    /// The age of the oldest list among the gate's devices at the opening.
    package var listAsOf: Moment?

    package init() {}
}
