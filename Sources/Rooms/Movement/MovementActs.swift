package import Rulebook
import Ledger

extension ActName {
    package static let dispatch = ActName("dispatch")
    package static let admitConvoy = ActName("admit_convoy")
}

/// Sending a trip on its way.
let dispatch = Act(.dispatch, writes: Trip.self) { before, trip, _ in
    switch before?.status {
    case .dispatched, .arrived: return Refusal("trip_already_dispatched")
    case .cancelled: return Refusal("trip_cancelled")
    case .planned, nil: break
    }
    guard trip.status == .dispatched, trip.dispatchedAt != nil else { return Refusal("trip_not_dispatched") }
    guard trip.leaves < trip.arrives else { return Refusal("trip_ends_before_it_begins") }
    let flies = trip.kind == .flight || trip.kind == .specialFlight
    guard flies || !trip.vehicles.isEmpty else { return Refusal("trip_without_vehicle") }
    return nil
}

/// Letting a convoy through its gate.
let admitConvoy = Act(.admitConvoy, writes: Convoy.self) { before, convoy, picture in
    if before?.admittedAt != nil { return Refusal("convoy_already_admitted") }
    guard let trip = convoy.trip.flatMap({ picture[$0] }) else { return Refusal("convoy_without_trip") }
    guard trip.status != .cancelled else { return Refusal("trip_cancelled") }
    guard convoy.admittedAt != nil else { return Refusal("convoy_not_admitted") }
    return nil
}
