import Ledger
package import Rulebook

extension ActName {
    /// Sending a trip on its way.
    package static let dispatch = ActName("dispatch")
}

/// What really drives is said at the departure; an aircraft needs no vehicle of the house's.
package let dispatchingTrip = Act(
    .dispatch, changes: Trip.self, asks: [.may(\.vehicles), .may(\.drivers), .may(\.passengers)],
    fills: [.words(\.status, .dispatched), .field(\.dispatchedAt)], takenBackWithin: 5
) { trip, _ throws(Refusal) in
    switch trip.status {
    case .dispatched, .arrived: throw Refusal(MovementRefusal.tripAlreadyDispatched)
    case .cancelled: throw Refusal(MovementRefusal.tripCancelled)
    case .planned: break
    }
    if trip.leaves >= trip.arrives { throw Refusal(MovementRefusal.tripEndsBeforeItBegins) }
} decide: { trip, doing throws(Refusal) in
    let flies = trip.kind == .flight || trip.kind == .specialFlight
    if !flies, trip.vehicles.isEmpty { throw Refusal(MovementRefusal.tripWithoutVehicle) }
    trip.status = .dispatched
    trip.dispatchedAt = trip.dispatchedAt ?? doing.moment
}
