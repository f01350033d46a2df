import Ledger
package import Rulebook

extension ActName {
    /// Opening a closed incident again.
    package static let reopenIncident = ActName("reopen_incident")
}

/// The outcome stays until another is stated: what was thought to be the end is part of what happened.
package let reopeningIncident = Act(
    .reopenIncident, changes: Incident.self, asks: [.may(\.handledBy), .may(\.severity)], takenBackWithin: 15
) { incident, _ throws(Refusal) in
    if incident.state != .closed { throw Refusal(ProtectionRefusal.incidentNotClosed) }
} decide: { incident, _ throws(Refusal) in
    incident.state = .open
    incident.closedAt = nil
    incident.closedBy = nil
}
