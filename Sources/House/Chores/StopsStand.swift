import Engine
import Ledger
import Rulebook

/// Offices hear that something new stands in the way at their desks.
let stopsStand = Chore("stops", pause: 15, tellsOnlyNews: true) { setting in
    let stops = setting.slips.filter { $0.severity == .stop && setting.picture.waiver(for: $0, at: setting.now) == nil }
    return setting.offices { _, rights in
        Set(
            stops.filter { rights.desks.contains($0.desk) && houseConstitution.shows($0, to: rights, in: setting.picture) }
                .map { $0.key(in: setting.picture) })
    }
}

extension Slip {
    /// The same as long as the slip is open, in every run of the house.
    fileprivate func key(in picture: Picture) -> String {
        let named = subjects.map { "\(picture.register.kind(slot: $0.slot)?.code ?? "")/\($0.number)" }
        return "\(rule) \(variant) " + named.joined(separator: " ")
    }
}
