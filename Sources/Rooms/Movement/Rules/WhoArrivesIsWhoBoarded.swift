package import Rulebook
import Ledger
import Parties

/// Whoever gets out of a trip boarded it, and nobody who boarded is missing: the manifest at arrival is the one at departure.
///
/// The list is closed at boarding. A delegation's trip by road that is dispatched without a closed list is reported; so is anybody who
/// joined on the way, and anybody who left. Flights are the airlines' and are not looked at.
///
/// Source: slip S32 (White House State dinner, 2009: an intruder joined a delegation at its hotel and came in with its bus).
package let whoArrivesIsWhoBoarded = Rule("MOV-07", .stop, about: Trip.self, stops: [.dispatch], finds: Found.self) { trip, see in
    guard trip.kind == .shuttle || trip.kind == .motorcade else { return }
    let manifests = see.each(Manifest.byTrip, trip.id)
    let isUnderWay = trip.status == .dispatched || trip.status == .arrived
    if isUnderWay, trip.delegation != nil, !manifests.contains(where: { $0.closedAt != nil }) {
        see.slip(on: trip.reference, variant: Found.open, facts: [Fact("trip", trip.id)], mend: .add(Manifest.self))
    }
    for manifest in manifests where manifest.countedAt != nil {
        report(trip, manifest, Set(manifest.alighted).subtracting(manifest.boarded), .added, see)
        report(trip, manifest, Set(manifest.boarded).subtracting(manifest.alighted), .missing, see)
    }
}

private enum Found: String, SlipVariant {
    case open, added, missing
}

private func report(_ trip: Trip, _ manifest: Manifest, _ people: Set<ID<Person>>, _ variant: Found, _ see: See) {
    guard !people.isEmpty else { return }
    see.slip(
        on: trip.reference, manifest.reference, variant: variant,
        facts: [
            Fact("trip", trip.id), Fact("count", people.count), Fact("people", .records(people.sorted().map { Reference($0) })),
        ],
        mend: .edit(manifest.id, "alighted"))
}
