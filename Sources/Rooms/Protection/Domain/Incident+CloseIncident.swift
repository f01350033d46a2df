import Committee
import Ledger
package import Rulebook

extension ActName {
    /// Closing an incident.
    package static let closeIncident = ActName("close_incident")
}

package let closingIncident = Act(
    .closeIncident, changes: Incident.self, asks: [.must(\.outcome)],
    fills: [.words(\.state, .closed), .field(\.closedAt), .field(\.closedBy)], takenBackWithin: 15
) { incident, _ throws(Refusal) in
    if incident.state == .closed { throw Refusal(ProtectionRefusal.incidentAlreadyClosed) }
} decide: { incident, doing throws(Refusal) in
    if incident.outcome.isEmpty { throw Refusal(ProtectionRefusal.incidentWithoutOutcome) }
    incident.state = .closed
    incident.closedAt = incident.closedAt ?? doing.moment
    incident.closedBy = incident.closedBy ?? doing.officer(Officer.self)
}
