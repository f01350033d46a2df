package import Rulebook
import Gates
import Ledger
import Parties

/// A vehicle, a driver and an escort serve one trip at a time, and are free again only when they stand where they are needed next.
///
/// Each trip holds what serves it from its departure until its arrival and the transfer minutes after it. The pair is reported once,
/// on the trip that was entered first, for each vehicle and driver that both name.
///
/// Source: slip S69 and the practice of event transport; hazard W10.
package let nothingServesTwoTripsAtOnce = Rule("MOV-05", .fix, about: Trip.self, finds: Found.self) { trip, see in
    guard trip.status != .cancelled else { return }
    for vehicle in Set(trip.vehicles + trip.escort).sorted() {
        for other in see.each(Trip.byVehicle, vehicle) where collide(trip, other) {
            let isEscort = trip.escort.contains(vehicle) || other.escort.contains(vehicle)
            report(trip, other, Reference(vehicle), isEscort ? .escort : .vehicle, field: isEscort ? "escort" : "vehicles", see)
        }
    }
    for driver in Set(trip.drivers).sorted() {
        for other in see.each(Trip.byDriver, driver) where collide(trip, other) {
            report(trip, other, Reference(driver), .driver, field: "drivers", see)
        }
    }
}

private enum Found: String, SlipVariant {
    case vehicle, driver, escort
}

private func collide(_ trip: Trip, _ other: Trip) -> Bool {
    other.id > trip.id && other.status != .cancelled && trip.held.overlaps(other.held)
}

private func report(_ trip: Trip, _ other: Trip, _ resource: Reference, _ variant: Found, field: String, _ see: See) {
    let first = trip.leaves <= other.leaves ? trip : other
    let second = first.id == trip.id ? other : trip
    see.slip(
        on: trip.reference, other.reference, resource, variant: variant,
        facts: [
            Fact(variant.rawValue, .record(resource)), Fact("first", first.id), Fact("second", second.id), Fact("free", first.held.to),
            Fact("leaves", second.leaves),
        ],
        mend: .edit(second.id, field))
}
