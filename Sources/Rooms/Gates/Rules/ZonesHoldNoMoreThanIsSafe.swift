package import Rulebook
import Ledger
import Venues

/// No zone holds more people, planned or present, than its area and its exits allow with the widest exit blocked.
///
/// The safe figure is the lowest of what somebody competent set, two persons a square metre, and what the exits let out in eight
/// minutes (82 persons a minute and metre on the level, 66 over steps) once the widest is left out. Planned people are the sum of
/// the plans that overlap. Those present are counted from the passages of the day: whoever came in less whoever left; a new day
/// begins with an empty zone, since it is swept overnight. People whom protocol recognised count like those who scanned.
///
/// A zone of which neither a figure nor the area nor the exits are known is not looked at.
///
/// Source: event guidance of the councils of Buckinghamshire ("Assessing site suitability": flow, time, widest exit left out)
/// and Stockton ("Crowd dynamics": persons a square metre); slips S34 (COP15, Copenhagen, 2009) and S81 (COP30, Belém, 2025).
package let zonesHoldNoMoreThanIsSafe = Rule("SEC-05", .stop, about: Zone.self, stops: [.admit], finds: Found.self) { zone, see in
    guard let safe = zone.safeCapacity else { return }
    reportPlanned(zone, safe, see)
    let today = ZoneDay(zone.id, see.today)
    let present = see.count(Passage.byEntered, today) - see.count(Passage.byLeft, today)
    guard present > safe else { return }
    see.slip(
        on: zone.reference, variant: Found.present, facts: [Fact("zone", zone.id), Fact("present", present), Fact("safe", safe)],
        mend: .add(Passage.self))
}

private enum Found: String, SlipVariant {
    case present, planned
}

private func reportPlanned(_ zone: Zone, _ safe: Int, _ see: See) {
    let plans = see.each(OccupancyPlan.byZone, zone.id)
    guard let from = plans.map(\.starts).min(), let to = plans.map(\.ends).max() else { return }
    let levels = Span(from, to).levels(of: plans.map { (Span($0.starts, $0.ends), $0.people) })
    guard let worst = levels.max(by: { $0.sum < $1.sum }), worst.sum > safe,
        let largest = plans.filter({ Span($0.starts, $0.ends).overlaps(worst.span) }).max(by: { $0.people < $1.people })
    else { return }
    see.slip(
        on: zone.reference, variant: Found.planned,
        facts: [
            Fact("zone", zone.id), Fact("planned", worst.sum), Fact("safe", safe), Fact("from", worst.span.from),
            Fact("to", worst.span.to),
        ],
        mend: .edit(largest.id, "people"))
}
