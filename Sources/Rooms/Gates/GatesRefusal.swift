import Rulebook

/// Why the acts of this room are refused.
package enum GatesRefusal: String, RefusalCode {
    case turnWithoutGate = "gate_turn_without_gate"
    case turnEndsBeforeItBegins = "gate_turn_ends_before_it_begins"
    case turnAlreadyOpen = "gate_turn_already_open"
    case turnAlreadyClosed = "gate_turn_already_closed"
    case passageWithoutGate = "passage_without_gate"
    case passageBetweenOtherZones = "passage_between_other_zones"
    case passageOfUnknownBadge = "passage_of_unknown_badge"
    case passageOfNobody = "passage_of_nobody"
    case passageLetInByNobody = "passage_let_in_by_nobody"
}
