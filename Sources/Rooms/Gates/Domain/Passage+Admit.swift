import Accreditation
import Committee
import Ledger
package import Rulebook
import Venues

extension ActName {
    /// Letting somebody through a gate.
    package static let admit = ActName("admit")
}

package let admitting = Act(
    .admit, makes: Passage.self,
    from: [
        .record(Badge.self) { passage, badge, _ in passage.badge = badge.id },
        .record(Gate.self) { passage, gate, _ in passage.gate = gate.id },
    ],
    spares: { $0.direction == .exit },
    asks: [.must(\.gate), .may(\.badge), .may(\.recognised), .may(\.direction), .may(\.letInBy), .may(\.reason)],
    fills: [.field(\.at), .field(\.fromZone), .field(\.intoZone), .field(\.decision)], isOnlyWay: true,
    turnedAway: { passage, _ in
        passage.decision = .stop
        if passage.reason == .none { passage.reason = .gateRule }
    }
) { passage, doing throws(Refusal) in
    guard let gate = passage.gate.flatMap({ doing.picture[$0] }) else { throw Refusal(GatesRefusal.passageWithoutGate) }
    passage.cross(gate, doing.moment)
    if !passage.movedSomebody { passage.decision = passage.ownDecision }
    if passage.decision == .letIn { passage.letInBy = passage.letInBy ?? doing.officer(Officer.self) }
    if (passage.fromZone, passage.intoZone) != gate.way(passage.direction) {
        throw Refusal(GatesRefusal.passageBetweenOtherZones, [Fact("gate", gate.id)])
    }
    try refuseBearer(of: passage, doing.picture)
}

private func refuseBearer(of passage: Passage, _ picture: Picture) throws(Refusal) {
    let badge = passage.badge.flatMap { picture[$0] }
    if badge == nil, passage.badge != nil || passage.decision == .admit { throw Refusal(GatesRefusal.passageOfUnknownBadge) }
    if passage.decision == .recognised, passage.recognised == nil { throw Refusal(GatesRefusal.passageOfNobody) }
    if passage.decision == .letIn, passage.letInBy == nil { throw Refusal(GatesRefusal.passageLetInByNobody) }
}

extension Passage {
    /// On what somebody goes through where nobody says so: on an officer's word, on protocol's, or on the badge.
    fileprivate var ownDecision: Decision {
        if letInBy != nil { return .letIn }
        return badge == nil && recognised != nil ? .recognised : .admit
    }

    /// What the gate knows of whoever goes through it; what was given stays.
    mutating func cross(_ gate: Gate, _ moment: Moment) {
        if at == .blank { at = moment }
        let way = gate.way(direction)
        fromZone = fromZone ?? way.from
        intoZone = intoZone ?? way.into
    }
}

extension Gate {
    fileprivate func way(_ direction: Passage.Direction) -> (from: ID<Zone>?, into: ID<Zone>?) {
        direction == .entry ? (outer, inner) : (inner, outer)
    }
}
