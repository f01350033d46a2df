package import Rulebook
import Ledger
import Parties

/// Every vehicle of a trip, its escort included, passes every segment of the route: under it, over it, round it and on it.
///
/// Height under bridges and gates, clearance over ramps, turning circle in bends, designed gross mass on bridges. A measure that is not
/// known, of the vehicle or of the segment, is not judged.
///
/// Source: slip S66 (Dublin, 2011: the armoured limousine grounded on the embassy's ramp).
package let vehiclesFitTheirRoute = Rule("MOV-02", .stop, about: Trip.self, stops: [.dispatch], finds: Found.self) { trip, see in
    guard trip.status != .cancelled, let route = see[trip.route] else { return }
    let segments = route.segments.compactMap { see[$0] }
    for vehicle in (trip.vehicles + trip.escort).compactMap({ see[$0] }) {
        for segment in segments {
            report(trip, vehicle, segment, .height, vehicle.height, atMost: segment.maxHeight, see)
            report(trip, vehicle, segment, .clearance, vehicle.clearance, atLeast: segment.minClearance, see)
            report(trip, vehicle, segment, .turning, vehicle.turningCircle, atMost: segment.maxTurningCircle, see)
            report(trip, vehicle, segment, .mass, vehicle.mass, atMost: segment.maxMass, see)
        }
    }
}

private enum Found: String, SlipVariant {
    case height, clearance, turning, mass
}

private func report(
    _ trip: Trip, _ vehicle: Vehicle, _ segment: Segment, _ variant: Found, _ measure: Int?, atMost: Int? = nil, atLeast: Int? = nil,
    _ see: See
) {
    guard let measure, let limit = atMost ?? atLeast else { return }
    guard atMost == nil ? measure < limit : measure > limit else { return }
    see.slip(
        on: trip.reference, vehicle.reference, segment.reference, variant: variant,
        facts: [
            Fact("trip", trip.id), Fact("vehicle", vehicle.id), Fact("segment", segment.id), Fact("measure", measure),
            Fact("limit", limit),
        ],
        mend: .edit(trip.id, "vehicles"))
}
