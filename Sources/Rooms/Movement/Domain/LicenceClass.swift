package import Parties

/// The classes of driving licence of the host's law, each with those that include it.
///
/// As the Law on Road Traffic Order and Safety 36/2024/QH15, art. 57, is understood here; to be confirmed by counsel.
package enum LicenceClass: String, CaseIterable, Sendable {
    case motorcycle = "A"
    case car = "B"
    case mediumTruck = "C1"
    case heavyTruck = "C"
    case smallBus = "D1"
    case mediumBus = "D2"
    case largeBus = "D"

    /// The least class that drives a vehicle; nil while what decides it is not known.
    package static func needed(for vehicle: Vehicle) -> LicenceClass? {
        if vehicle.kind == .motorcycle { return .motorcycle }
        if vehicle.kind == .truck || vehicle.kind == .fireEngine { return vehicle.mass.map(forMass) }
        return vehicle.seats.map(forSeats)
    }

    /// By seats, the driver's included.
    private static func forSeats(_ seats: Int) -> LicenceClass {
        switch seats - 1 {
        case ...8: .car
        case ...16: .smallBus
        case ...29: .mediumBus
        default: .largeBus
        }
    }

    private static func forMass(_ kilograms: Int) -> LicenceClass {
        switch kilograms {
        case ...3500: .car
        case ...7500: .mediumTruck
        default: .heavyTruck
        }
    }

    /// Whether somebody who holds this class may drive what needs the other.
    package func includes(_ other: LicenceClass) -> Bool {
        guard self != .motorcycle, other != .motorcycle else { return self == other }
        return rank >= other.rank
    }

    private var rank: Int { LicenceClass.allCases.firstIndex(of: self) ?? 0 }
}
