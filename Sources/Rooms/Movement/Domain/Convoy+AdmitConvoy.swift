import Committee
import Ledger
package import Rulebook

extension ActName {
    /// Letting a convoy through its gate.
    package static let admitConvoy = ActName("admit_convoy")
}

/// What the gate saw is written at the gate alone: whoever could type it beforehand could announce any plates as seen.
package let admittingConvoy = Act(
    .admitConvoy, changes: Convoy.self, asks: [.may(\.passSeen), .may(\.platesSeen)],
    fills: [.field(\.admittedAt), .field(\.admittedBy), .field(\.passSeen), .field(\.platesSeen)], takenBackWithin: 15
) { convoy, doing throws(Refusal) in
    if convoy.admittedAt != nil { throw Refusal(MovementRefusal.convoyAlreadyAdmitted) }
    guard let trip = convoy.trip.flatMap({ doing.picture[$0] }) else { throw Refusal(MovementRefusal.convoyWithoutTrip) }
    if trip.status == .cancelled { throw Refusal(MovementRefusal.tripCancelled) }
} decide: { convoy, doing throws(Refusal) in
    convoy.admittedAt = convoy.admittedAt ?? doing.moment
    convoy.admittedBy = convoy.admittedBy ?? doing.officer(Officer.self)
}
