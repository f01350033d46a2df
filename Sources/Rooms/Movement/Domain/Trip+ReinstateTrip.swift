import Ledger
package import Rulebook

extension ActName {
    /// Putting a cancelled trip back on the plan.
    package static let reinstateTrip = ActName("reinstate_trip")
}

/// The trip is as if it had never left: it is dispatched anew.
package let reinstatingTrip = Act(
    .reinstateTrip, changes: Trip.self, asks: [.may(\.leaves), .may(\.arrives)], standing: .preparation
) { trip, _ throws(Refusal) in
    if trip.status != .cancelled { throw Refusal(MovementRefusal.tripNotCancelled) }
} decide: { trip, _ throws(Refusal) in
    trip.status = .planned
    trip.dispatchedAt = nil
}
