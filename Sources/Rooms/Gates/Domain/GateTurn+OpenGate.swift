import Committee
import Ledger
package import Rulebook

extension ActName {
    /// Opening a gate.
    package static let openGate = ActName("open_gate")
}

/// The officer of protocol may be relieved while the gate is open, and so is written by preparation too.
package let openingGate = Act(
    .openGate, makes: GateTurn.self, from: [.record(Gate.self) { turn, gate, _ in turn.gate = gate.id }],
    asks: [.must(\.gate), .may(\.protocolOfficer)], fills: [.field(\.opened), .field(\.openedBy), .field(\.listAsOf)], takenBackWithin: 10
) { turn, doing throws(Refusal) in
    try refuseSecond(turn, doing.picture)
} decide: { turn, doing throws(Refusal) in
    guard let gate = turn.gate.flatMap({ doing.picture[$0] }) else { throw Refusal(GatesRefusal.turnWithoutGate) }
    try refuseSecond(turn, doing.picture)
    if turn.opened == .blank { turn.opened = doing.moment }
    turn.openedBy = turn.openedBy ?? doing.officer(Officer.self)
    turn.listAsOf = turn.listAsOf ?? oldestList(at: gate, doing.picture)
}

/// A device without any list lets nobody in by itself and so is not asked.
private func oldestList(at gate: Gate, _ picture: Picture) -> Moment? {
    picture.each(Device.byGate, gate.id).filter { $0.enrolledAt != nil && $0.unenrolledAt == nil }.compactMap(\.listAsOf).min()
}

private func refuseSecond(_ turn: GateTurn, _ picture: Picture) throws(Refusal) {
    guard let gate = turn.gate, picture.each(GateTurn.openByGate, gate).contains(where: { $0.id != turn.id }) else { return }
    throw Refusal(GatesRefusal.turnAlreadyOpen, [Fact("gate", gate)])
}
