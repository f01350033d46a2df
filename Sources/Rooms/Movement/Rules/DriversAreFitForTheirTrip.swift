package import Rulebook
import Gates
import Ledger
import Parties

/// Each vehicle of a trip has a driver licensed for it, who has driven the route, stays within the hours, and has a relief.
///
/// The licence is of the class that the vehicle's seats or mass need and lasts past the trip. The route was driven within thirty
/// days before, or stands among those the driver is vouched for. Hours bind drivers under the labour code: four at a stretch (a
/// quarter of an hour between two trips ends a stretch), ten a day, forty-eight in seven days; the trip that passes a limit is
/// reported, later ones are not. What is missing (driver, licence, route, relief) is due two days before the trip; what is
/// wrong (the licence of another class, a licence that runs out, hours) at once.
///
/// Source: slip S68 (Atlanta, 1996: bus drivers from other cities); Law on Road Traffic Order and Safety 36/2024/QH15, art. 57 and 64
/// (four hours at a stretch, ten a day, 48 a week; to be confirmed by counsel); hazard W10.
package let driversAreFitForTheirTrip = Rule("MOV-04", .fix, about: Trip.self, finds: Found.self) { trip, see in
    guard trip.status != .cancelled, !trip.vehicles.isEmpty else { return }
    let isDue = see.hasCome(trip.leaves.instant.adding(minutes: -48 * 60))
    if isDue, trip.drivers.count < trip.vehicles.count {
        see.slip(
            on: trip.reference, variant: Found.driverless,
            facts: [Fact("trip", trip.id), Fact("vehicles", trip.vehicles.count), Fact("drivers", trip.drivers.count)],
            mend: .edit(trip.id, "drivers"))
    }
    for (vehicle, driver) in zip(trip.vehicles, trip.drivers) {
        guard let vehicle = see[vehicle], let driver = see[driver] else { continue }
        reportLicence(trip, vehicle, driver, isDue, see)
        if driver.isUnderLabourCode { reportHours(trip, driver, see) }
        guard isDue else { continue }
        reportRoute(trip, driver, see)
        reportRelief(trip, driver, see)
    }
}

private enum Found: String, SlipVariant {
    case driverless, licence, expired, route, relief, stretch, day, week
}

private func reportLicence(_ trip: Trip, _ vehicle: Vehicle, _ driver: Driver, _ isDue: Bool, _ see: See) {
    let facts = [Fact("trip", trip.id), Fact("driver", driver.id), Fact("vehicle", vehicle.id)]
    if let needed = LicenceClass.needed(for: vehicle), isDue || !driver.licenceClasses.isEmpty {
        let held = driver.licenceClasses.compactMap(LicenceClass.init(rawValue:))
        if !held.contains(where: { $0.includes(needed) }) {
            see.slip(
                on: trip.reference, driver.reference, variant: Found.licence, facts: facts + [Fact("needed", needed.rawValue)],
                mend: .edit(trip.id, "drivers"))
        }
    }
    guard let until = driver.licenceUntil, until < trip.arrives.day else { return }
    see.slip(
        on: trip.reference, driver.reference, variant: Found.expired, facts: facts + [Fact("until", until)],
        mend: .edit(driver.id, "licence_until"))
}

private func reportRoute(_ trip: Trip, _ driver: Driver, _ see: See) {
    guard let route = see[trip.route], !driver.routesDriven.contains(route.code) else { return }
    let recent = trip.leaves.day.adding(days: -30)...trip.leaves.day
    guard !see.each(DriverRun.byDriver, driver.id).contains(where: { $0.route == route.id && recent.contains($0.drivenOn) }) else { return }
    see.slip(
        on: trip.reference, driver.reference, variant: Found.route,
        facts: [Fact("trip", trip.id), Fact("driver", driver.id), Fact("route", route.id)], mend: .add(DriverRun.self))
}

private func reportRelief(_ trip: Trip, _ driver: Driver, _ see: See) {
    let relief = trip.relief ?? driver.relief
    guard relief == nil || relief == driver.id else { return }
    see.slip(
        on: trip.reference, driver.reference, variant: Found.relief, facts: [Fact("trip", trip.id), Fact("driver", driver.id)],
        mend: .edit(trip.id, "relief"))
}

private func reportHours(_ trip: Trip, _ driver: Driver, _ see: See) {
    let until = see.each(Trip.byDriver, driver.id)
        .filter { $0.status != .cancelled && $0.leaves <= trip.leaves }
        .sorted { ($0.leaves, $0.id) < ($1.leaves, $1.id) }
    let week = until.filter { Day.days(from: $0.leaves.day, to: trip.leaves.day) < 7 }
    let day = week.filter { $0.leaves.day == trip.leaves.day }
    reportLimit(trip, driver, stretch(endingIn: trip, of: day), limit: 4 * 60, variant: .stretch, see)
    reportLimit(trip, driver, day, limit: 10 * 60, variant: .day, see)
    reportLimit(trip, driver, week, limit: 48 * 60, variant: .week, see)
}

/// The trips that follow one another without a quarter of an hour's break up to this one.
private func stretch(endingIn trip: Trip, of trips: [Trip]) -> [Trip] {
    trips.reduce(into: []) { stretch, next in
        if let last = stretch.last, Span(last.arrives, next.leaves).minutes >= 15 { stretch = [] }
        stretch.append(next)
    }
}

/// Reports the trip where its own minutes carry the sum past the limit.
private func reportLimit(_ trip: Trip, _ driver: Driver, _ trips: [Trip], limit: Int, variant: Found, _ see: See) {
    let driven = trips.map { Span($0.leaves, $0.arrives).minutes }.reduce(0, +)
    guard driven > limit, driven - Span(trip.leaves, trip.arrives).minutes <= limit else { return }
    see.slip(
        on: trip.reference, driver.reference, variant: variant,
        facts: [
            Fact("trip", trip.id), Fact("driver", driver.id), Fact("driven_minutes", driven), Fact("limit_hours", limit / 60),
        ],
        mend: .edit(trip.id, "drivers"))
}
