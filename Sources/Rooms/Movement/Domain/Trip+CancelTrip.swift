import Ledger
package import Rulebook

extension ActName {
    /// Calling a trip off, before it leaves or on its way.
    package static let cancelTrip = ActName("cancel_trip")
}

package let cancellingTrip = Act(
    .cancelTrip, changes: Trip.self, fills: [.words(\.status, .cancelled)], takenBackWithin: 10
) { trip, _ throws(Refusal) in
    if trip.status == .arrived { throw Refusal(MovementRefusal.tripAlreadyArrived) }
    if trip.status == .cancelled { throw Refusal(MovementRefusal.tripCancelled) }
} decide: { trip, _ throws(Refusal) in
    trip.status = .cancelled
}
