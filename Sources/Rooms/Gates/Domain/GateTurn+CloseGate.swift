import Ledger
package import Rulebook

extension ActName {
    /// Closing a gate.
    package static let closeGate = ActName("close_gate")
}

package let closingGate = Act(
    .closeGate, changes: GateTurn.self, fills: [.field(\.closed)], takenBackWithin: 10
) { turn, _ throws(Refusal) in
    if turn.closed != nil { throw Refusal(GatesRefusal.turnAlreadyClosed, [Fact("turn", turn.id)]) }
} decide: { turn, doing throws(Refusal) in
    let closed = turn.closed ?? doing.moment
    if closed < turn.opened { throw Refusal(GatesRefusal.turnEndsBeforeItBegins) }
    turn.closed = closed
}
