import Ledger
package import Rulebook

extension ActName {
    /// Noting what a gate decided of somebody: a scan that a device uploads.
    package static let notePassage = ActName("note_passage")
}

package let notingPassage = Act(
    .notePassage, makes: Passage.self, from: [.record(Gate.self) { passage, gate, _ in passage.gate = gate.id }],
    asks: [
        .must(\.gate), .may(\.badge), .may(\.recognised), .may(\.at), .may(\.direction), .may(\.decision), .may(\.reason), .may(\.device),
        .may(\.letInBy), .may(\.isOffline),
    ],
    fills: [.field(\.fromZone), .field(\.intoZone)], isOnlyWay: true, standing: .fact
) { passage, doing throws(Refusal) in
    guard let gate = passage.gate.flatMap({ doing.picture[$0] }) else { throw Refusal(GatesRefusal.passageWithoutGate) }
    passage.cross(gate, doing.moment)
}
