package import Rulebook
import Gates
import Ledger
import Parties

/// A vehicle, a driver and an escort serve one trip at a time, and are free again only when they stand where they are needed next.
///
/// Each trip holds what serves it from its departure until its arrival and the transfer minutes after it. The pair is reported once
/// for each vehicle and driver that both name; where more than a few trips want the same at once, they are told together.
///
/// Source: slip S69 and the practice of event transport; hazard W10.
package let nothingServesTwoTripsAtOnce = Rule("MOV-05", .fix, about: Trip.self, finds: Found.self) { trip, see in
    for vehicle in Set(trip.vehicles + trip.escort).sorted() {
        for clash in clashes(among: see.together(Trip.byVehicle, vehicle, ledBy: trip)) {
            switch clash {
            case .pair(let first, let second):
                let isEscort = first.escort.contains(vehicle) || second.escort.contains(vehicle)
                report(first, second, Reference(vehicle), isEscort ? .escort : .vehicle, field: isEscort ? "escort" : "vehicles", see)
            case .crowd(let crowd): report(crowd, Reference(vehicle), .vehicles, field: "vehicles", see)
            }
        }
    }
    for driver in Set(trip.drivers).sorted() {
        for clash in clashes(among: see.together(Trip.byDriver, driver, ledBy: trip)) {
            switch clash {
            case .pair(let first, let second): report(first, second, Reference(driver), .driver, field: "drivers", see)
            case .crowd(let crowd): report(crowd, Reference(driver), .drivers, field: "drivers", see)
            }
        }
    }
}

private enum Found: String, SlipVariant {
    case vehicle, driver, escort
    /// Wanted by many trips at once.
    case vehicles, drivers
}

private func clashes(among trips: [Trip]) -> [Clash<Trip>] {
    Clashes<Trip, Moment>(from: { $0.held.from }, until: { $0.held.to }, sparing: { !$0.held.overlaps($1.held) })
        .among(trips.filter { $0.status != .cancelled })
}

private func report(_ first: Trip, _ second: Trip, _ resource: Reference, _ variant: Found, field: String, _ see: See) {
    see.slip(
        on: [first.reference, second.reference].sorted() + [resource], variant: variant,
        facts: [
            Fact(variant.rawValue, .record(resource)), Fact("first", first.id), Fact("second", second.id), Fact("free", first.held.to),
            Fact("leaves", second.leaves),
        ],
        mend: .edit(second.id, field))
}

private func report(_ crowd: Crowd<Trip>, _ resource: Reference, _ variant: Found, field: String, _ see: See) {
    guard let first = crowd.members.first, let last = crowd.last else { return }
    see.slip(
        on: crowd.named + [resource], variant: variant,
        facts: crowd.facts + [Fact("resource", .record(resource)), Fact("from", first.leaves)], mend: .edit(last.id, field))
}
