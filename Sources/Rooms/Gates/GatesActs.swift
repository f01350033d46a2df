package import Rulebook
import Accreditation
import Ledger
import Venues

extension ActName {
    package static let openGate = ActName("open_gate")
    package static let admit = ActName("admit")
}

/// Opening a gate.
let openGate = Act(.openGate, writes: GateTurn.self) { _, turn, picture in
    guard let gate = turn.gate, picture[gate] != nil else { return Refusal("gate_turn_without_gate") }
    if let closed = turn.closed, closed < turn.opened { return Refusal("gate_turn_ends_before_it_begins") }
    let others = picture.each(GateTurn.openByGate, gate).filter { $0.id != turn.id }
    guard turn.closed != nil || others.isEmpty else { return Refusal("gate_turn_already_open", [Fact("gate", gate)]) }
    return nil
}

/// Letting somebody through a gate. A passage that stopped somebody is a fact like any other and is never refused.
let admit = Act(.admit, writes: Passage.self) { _, passage, picture in
    guard passage.movedSomebody else { return nil }
    guard let gate = passage.gate.flatMap({ picture[$0] }) else { return Refusal("passage_without_gate") }
    let way = passage.direction == .entry ? (gate.outer, gate.inner) : (gate.inner, gate.outer)
    guard (passage.fromZone, passage.intoZone) == way else { return Refusal("passage_between_other_zones", [Fact("gate", gate.id)]) }
    return refusalOfBearer(passage, picture)
}

private func refusalOfBearer(_ passage: Passage, _ picture: Picture) -> Refusal? {
    if let badge = passage.badge, picture[badge] == nil { return Refusal("passage_of_unknown_badge") }
    switch passage.decision {
    case .admit: return passage.badge == nil ? Refusal("passage_of_unknown_badge") : nil
    case .recognised: return passage.recognised == nil ? Refusal("passage_of_nobody") : nil
    case .letIn: return passage.letInBy == nil ? Refusal("passage_let_in_by_nobody") : nil
    case .stop, .call: return nil
    }
}
