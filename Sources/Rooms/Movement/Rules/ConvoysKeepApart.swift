package import Rulebook
import Gates
import Ledger

/// Two convoys never hold one segment, or one gate, in one window.
///
/// A convoy may be on a segment from the earliest minute at which a usual run reaches it to the latest at which a slow run leaves it.
/// A gate is held for the window that it is kept for the convoy. Each pair is reported once for the first segment and once for
/// the gate, on the convoy that was entered first.
///
/// Source: general practice of motorcade planning, for which no published text is cited: an interval between convoys, and one
/// convoy at a gate at a time.
package let convoysKeepApart = Rule("MOV-06", .fix, about: Convoy.self, finds: Found.self) { convoy, see in
    reportGate(convoy, see)
    guard let trip = see[convoy.trip], trip.status != .cancelled else { return }
    var reported: Set<ID<Convoy>> = []
    for (segment, window) in windows(of: trip, see) {
        for route in see.each(Route.bySegment, segment.id) {
            for otherTrip in see.each(Trip.motorcadesByRoute, route.id) where otherTrip.id != trip.id {
                guard let otherWindow = windows(of: otherTrip, see).first(where: { $0.segment.id == segment.id })?.window,
                    let both = window.common(with: otherWindow)
                else { continue }
                for other in see.each(Convoy.byTrip, otherTrip.id) where other.id > convoy.id && reported.insert(other.id).inserted {
                    see.slip(
                        on: convoy.reference, other.reference, variant: Found.segment,
                        facts: [
                            Fact("first", convoy.id), Fact("second", other.id), Fact("segment", segment.id), Fact("from", both.from),
                            Fact("to", both.to),
                        ],
                        mend: .edit(otherTrip.id, "leaves"))
                }
            }
        }
    }
}

private enum Found: String, SlipVariant {
    case segment, gate
}

/// When a trip may be on each segment of its route.
private func windows(of trip: Trip, _ see: See) -> [(segment: Segment, window: Span)] {
    var earliest = trip.leaves
    var latest = trip.leaves
    return (see[trip.route]?.segments ?? []).compactMap { see[$0] }.map { segment in
        let entered = earliest
        earliest = earliest.adding(minutes: segment.usualMinutes)
        latest = latest.adding(minutes: segment.slowMinutes)
        return (segment, Span(entered, latest))
    }
}

private func reportGate(_ convoy: Convoy, _ see: See) {
    guard let gate = convoy.gate, let window = convoy.gateWindow else { return }
    for other in see.each(Convoy.byGate, gate) where other.id > convoy.id {
        guard let both = other.gateWindow?.common(with: window) else { continue }
        see.slip(
            on: convoy.reference, other.reference, variant: Found.gate,
            facts: [
                Fact("first", convoy.id), Fact("second", other.id), Fact("gate", gate), Fact("from", both.from), Fact("to", both.to),
            ],
            mend: .edit(other.id, "gate_from"))
    }
}
