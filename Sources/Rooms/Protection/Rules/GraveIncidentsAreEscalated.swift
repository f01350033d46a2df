package import Rulebook
import Ledger

/// An incident graver than the unit that handles it may deal with alone is passed on in time, and is not closed before.
///
/// Within five minutes where it is critical, a quarter of an hour where serious, an hour where moderate, four hours where minor. An
/// incident that no unit handles is above everybody's authority. Passing it on means to another body than the unit's own, with the
/// time. An escalation that came late has come: it is a matter for the report, not for this rule.
///
/// Source: press reports of the preparation of the Hanoi ceremony, 2025 (what exceeds a subcommittee's authority goes to the
/// Steering Committee at once); the minutes are an assumption of this house.
package let graveIncidentsAreEscalated = Rule(
    "SEC-14", .stop, about: Incident.self, stops: [.closeIncident], finds: Found.self
) { incident, see in
    let unit = see[incident.handledBy]
    if let unit, incident.severity <= unit.authority { return }
    if incident.escalatedAt != nil, let body = incident.escalatedTo, body != unit?.body { return }
    let due = incident.at.instant.adding(minutes: incident.severity.minutesToEscalate)
    let isClosed = incident.state == .closed
    guard isClosed || see.hasCome(due) else { return }
    see.slip(
        on: incident.reference, variant: isClosed ? Found.closed : unit == nil ? Found.nobody : Found.overdue,
        facts: [
            Fact("incident", incident.id), Fact("severity", .word(incident.severity.rawValue)), Fact("at", incident.at),
            Fact("minutes", incident.severity.minutesToEscalate),
        ],
        since: isClosed ? nil : due, mend: .edit(incident.id, "escalated_to"))
}

private enum Found: String, SlipVariant {
    case closed, nobody, overdue
}
