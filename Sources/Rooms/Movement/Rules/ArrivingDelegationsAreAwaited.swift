package import Rulebook
import Gates
import Ledger
import Lodging
import Parties

/// Every delegation that arrives has somebody to greet it, cars, a hotel and a departure.
///
/// It is due three days before the delegation arrives, by its own word or by its first arrival trip. A greeter is named on an arrival
/// trip. Cars are vehicles assigned to the delegation, or a trip of its own that leaves within twelve hours of the arrival. A hotel is
/// a stay or a block of rooms, whichever hotel it is; whether every night is covered is the lodging desk's rule. A departure is a trip
/// or a time. A delegation that declined, or of whose arrival nothing is known, is not looked at.
///
/// Source: practice of delegation services; the handbook "How to COP" of the United Nations climate secretariat for host countries,
/// chapters on protocol, transport and hotels.
package let arrivingDelegationsAreAwaited = Rule("MOV-11", .fix, about: Delegation.self, finds: Found.self) { delegation, see in
    guard delegation.status != .declined else { return }
    let trips = see.each(Trip.byDelegation, delegation.id).filter { $0.status != .cancelled }
    let arrivals = trips.filter { $0.leg == .arrival }
    guard let arrives = arrivals.map(\.arrives).min() ?? delegation.arrives,
        see.hasCome(arrives.instant.adding(minutes: -3 * 24 * 60))
    else { return }
    func report(_ variant: Found, _ mend: Mend) {
        see.slip(
            on: delegation.reference, variant: variant, facts: [Fact("delegation", delegation.id), Fact("arrives", arrives)], mend: mend)
    }
    if !arrivals.contains(where: { $0.greeter != nil }) {
        report(.greeter, arrivals.first.map { .edit($0.id, "greeter") } ?? .add(Trip.self))
    }
    if !hasCars(delegation, trips, arrives, see) { report(.cars, .add(Trip.self)) }
    if !hasHotel(delegation, see) { report(.hotel, .add(Stay.self)) }
    if delegation.departs == nil, !trips.contains(where: { $0.leg == .departure }) { report(.departure, .add(Trip.self)) }
}

private enum Found: String, SlipVariant {
    case greeter, cars, hotel, departure
}

private func hasCars(_ delegation: Delegation, _ trips: [Trip], _ arrives: Moment, _ see: See) -> Bool {
    if see.count(Vehicle.byDelegation, delegation.id) > 0 { return true }
    let soon = Span(arrives, arrives.adding(minutes: 12 * 60))
    return trips.contains { trip in
        guard !trip.vehicles.isEmpty else { return false }
        return trip.leg == .arrival || trip.leg == .local && soon.from <= trip.leaves && trip.leaves <= soon.to
    }
}

private func hasHotel(_ delegation: Delegation, _ see: See) -> Bool {
    see.count(Stay.byDelegation, delegation.id) > 0 || see.count(RoomBlock.byDelegation, delegation.id) > 0
}
