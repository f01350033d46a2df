import Ledger
package import Rulebook

extension ActName {
    /// Noting that a trip has arrived.
    package static let arriveTrip = ActName("arrive_trip")
}

/// A trip of which nobody noted the departure arrives all the same.
package let arrivingTrip = Act(
    .arriveTrip, changes: Trip.self, fills: [.words(\.status, .arrived)], standing: .fact, takenBackWithin: 15
) { trip, _ throws(Refusal) in
    if trip.status == .arrived { throw Refusal(MovementRefusal.tripAlreadyArrived) }
    if trip.status == .cancelled { throw Refusal(MovementRefusal.tripCancelled) }
} decide: { trip, _ throws(Refusal) in
    trip.status = .arrived
}
