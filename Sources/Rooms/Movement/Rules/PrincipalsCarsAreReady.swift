package import Rulebook
import Gates
import Ledger
import Parties

/// A principal's car was last filled with its own fuel, within a day before it leaves, and a spare can take its place in ten minutes.
///
/// The log of the last refuel decides: the wrong fuel is reported at once, no refuel within twenty-four hours from two hours before
/// departure on. A hybrid takes petrol; a car of unknown fuel is not judged by it. The spare is another car, due the day before. After
/// arrival nothing is asked.
///
/// Source: slip S67 (Israel, 2013: petrol in the diesel limousine, a spare brought from Jordan); the minutes are an assumption.
package let principalsCarsAreReady = Rule("MOV-09", .fix, about: Convoy.self, finds: Found.self) { convoy, see in
    guard let car = see[convoy.principalCar], let trip = see[convoy.trip], trip.status != .cancelled,
        !see.hasCome(trip.arrives.instant)
    else { return }
    reportFuel(convoy, car, trip, see)
    let isSpareReady = convoy.spare != nil && convoy.spare != car.id && (convoy.spareMinutes ?? .max) <= 10
    guard !isSpareReady, see.hasCome(trip.leaves.instant.adding(minutes: -24 * 60)) else { return }
    see.slip(
        on: convoy.reference, variant: Found.spare, facts: [Fact("convoy", convoy.id), Fact("car", car.id)],
        mend: .edit(convoy.id, "spare"))
}

private enum Found: String, SlipVariant {
    case spare, wrongFuel = "wrong_fuel", unfuelled
}

private func reportFuel(_ convoy: Convoy, _ car: Vehicle, _ trip: Trip, _ see: See) {
    let facts = [Fact("convoy", convoy.id), Fact("car", car.id)]
    let last = see.each(Refuel.byVehicle, car.id).filter { $0.at <= trip.leaves }.max { $0.at < $1.at }
    if let last, car.fuel != .unknown, last.fuel != car.fuel.filled {
        see.slip(
            on: convoy.reference, last.reference, variant: Found.wrongFuel,
            facts: facts + [Fact("filled", .word(last.fuel.rawValue)), Fact("takes", .word(car.fuel.filled.rawValue))],
            mend: .add(Refuel.self))
    }
    let isFresh = last.map { Span($0.at, trip.leaves).minutes <= 24 * 60 } ?? false
    guard !isFresh, see.hasCome(trip.leaves.instant.adding(minutes: -120)) else { return }
    see.slip(on: convoy.reference, variant: Found.unfuelled, facts: facts, mend: .add(Refuel.self))
}

extension Vehicle.Fuel {
    /// What goes into the tank.
    fileprivate var filled: Vehicle.Fuel { self == .hybrid ? .petrol : self }
}
