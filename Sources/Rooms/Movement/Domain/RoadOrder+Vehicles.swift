package import Gates
package import Ledger
package import Parties

extension RoadOrder {
    package var span: Span { Span(starts, ends) }

    /// Whether the order keeps a vehicle off its roads on a day.
    package func forbids(_ vehicle: Vehicle, on day: Day) -> Bool {
        effect == .ban && names(vehicle) && !exempts(vehicle, on: day)
    }

    private func names(_ vehicle: Vehicle) -> Bool {
        switch vehicle.kind {
        case .car, .minibus, .coach: reaches(vehicle.seats, passengerSeatsFrom)
        case .truck: reaches(vehicle.mass, trucksFrom)
        case .motorcycle, .ambulance, .policeCar, .fireEngine, .other:
            reaches(vehicle.seats, passengerSeatsFrom) || reaches(vehicle.mass, trucksFrom)
        }
    }

    private func reaches(_ measure: Int?, _ limit: Int?) -> Bool {
        guard let measure, let limit else { return false }
        return measure >= limit
    }

    private func exempts(_ vehicle: Vehicle, on day: Day) -> Bool {
        if exempt.contains(.protectionBadge), vehicle.hasProtectionBadge(on: day) { return true }
        return switch vehicle.kind {
        case .policeCar: exempt.contains(.police)
        case .ambulance, .fireEngine: exempt.contains(.otherPriority)
        case .car, .minibus, .coach, .motorcycle, .truck, .other: false
        }
    }
}

extension Vehicle {
    /// Whether it carries a protection badge that counts on a day.
    package func hasProtectionBadge(on day: Day) -> Bool {
        !protectionBadge.isEmpty && day <= (protectionBadgeUntil ?? day)
    }
}
