package import Rulebook
import Gates
import Ledger

/// Two convoys never hold one segment, or one gate, in one window.
///
/// A convoy may be on a segment from the earliest minute at which a usual run reaches it to the latest at which a slow run leaves it.
/// A gate is held for the window that it is kept for the convoy. Each pair is reported once for the first segment and once for
/// the gate, on the convoy that was entered first; where more than a few meet, they are told together.
///
/// Source: general practice of motorcade planning, for which no published text is cited: an interval between convoys, and one
/// convoy at a gate at a time.
package let convoysKeepApart = Rule("MOV-06", .fix, about: Convoy.self, finds: Found.self) { convoy, see in
    if let gate = convoy.gate { reportGate(gate, seenFrom: convoy, see) }
    guard let trip = see[convoy.trip], trip.status != .cancelled, see.first(Convoy.byTrip, trip.id) == convoy.id else { return }
    var reported: Set<[Reference]> = []
    for segment in Set(see[trip.route]?.segments ?? []).sorted() where leads(trip, on: segment, see) {
        reportSegment(segment, past: &reported, see)
    }
}

private enum Found: String, SlipVariant {
    case segment, gate
    /// Where many meet.
    case segmentCrowded = "segment_crowded", gateCrowded = "gate_crowded"
}

/// A convoy on a segment.
private struct OnSegment {
    let convoy: Convoy
    let window: Span
    let trip: Trip
}

/// Whether the trip is the first of all motorcades over the segment: it speaks for all.
private func leads(_ trip: Trip, on segment: ID<Segment>, _ see: See) -> Bool {
    see.each(Route.bySegment, segment).compactMap { see.first(Trip.motorcadesByRoute, $0.id) }.min() == trip.id
}

private func reportSegment(_ segment: ID<Segment>, past reported: inout Set<[Reference]>, _ see: See) {
    var there: [ID<Convoy>: OnSegment] = [:]
    for route in see.each(Route.bySegment, segment) {
        for trip in see.each(Trip.motorcadesByRoute, route.id) {
            guard let window = windows(of: trip, on: route, see).first(where: { $0.segment == segment })?.window else { continue }
            for convoy in see.each(Convoy.byTrip, trip.id) {
                there[convoy.id] = OnSegment(convoy: convoy, window: window, trip: trip)
            }
        }
    }
    func window(_ convoy: Convoy) -> Span { there[convoy.id]?.window ?? Span(.blank, .blank) }
    let clashes = Clashes<Convoy, Moment>(
        from: { window($0).from }, until: { window($0).to }, group: { AnyHashable(there[$0.id]?.trip.id.number ?? 0) },
        sparing: { !window($0).overlaps(window($1)) })
    for clash in clashes.among(there.values.map(\.convoy)) {
        switch clash {
        case .pair(let one, let other):
            let (first, second) = one.id < other.id ? (one, other) : (other, one)
            guard reported.insert([first.reference, second.reference]).inserted, let both = window(first).common(with: window(second)),
                let trip = there[second.id]?.trip
            else { continue }
            see.slip(
                on: first.reference, second.reference, variant: Found.segment,
                facts: [
                    Fact("first", first.id), Fact("second", second.id), Fact("segment", segment), Fact("from", both.from),
                    Fact("to", both.to),
                ],
                mend: .edit(trip.id, "leaves"))
        case .crowd(let crowd):
            guard let first = crowd.members.first, let last = crowd.last, let trip = there[last.id]?.trip else { continue }
            see.slip(
                on: crowd.named + [Reference(segment)], variant: Found.segmentCrowded,
                facts: crowd.facts + [Fact("segment", segment), Fact("from", window(first).from)], mend: .edit(trip.id, "leaves"))
        }
    }
}

/// When a trip may be on each segment of its route.
private func windows(of trip: Trip, on route: Route, _ see: See) -> [(segment: ID<Segment>, window: Span)] {
    var earliest = trip.leaves
    var latest = trip.leaves
    return route.segments.compactMap { see[$0] }.map { segment in
        let entered = earliest
        earliest = earliest.adding(minutes: segment.usualMinutes)
        latest = latest.adding(minutes: segment.slowMinutes)
        return (segment.id, Span(entered, latest))
    }
}

private func reportGate(_ gate: ID<Gate>, seenFrom convoy: Convoy, _ see: See) {
    let there = see.together(Convoy.byGate, gate, ledBy: convoy).filter { $0.gateWindow != nil }
    func window(_ convoy: Convoy) -> Span { convoy.gateWindow ?? Span(.blank, .blank) }
    let clashes = Clashes<Convoy, Moment>(
        from: { window($0).from }, until: { window($0).to }, sparing: { !window($0).overlaps(window($1)) })
    for clash in clashes.among(there) {
        switch clash {
        case .pair(let one, let other):
            let (first, second) = one.id < other.id ? (one, other) : (other, one)
            guard let both = window(first).common(with: window(second)) else { continue }
            see.slip(
                on: first.reference, second.reference, variant: Found.gate,
                facts: [
                    Fact("first", first.id), Fact("second", second.id), Fact("gate", gate), Fact("from", both.from), Fact("to", both.to),
                ],
                mend: .edit(second.id, "gate_from"))
        case .crowd(let crowd):
            guard let first = crowd.members.first, let last = crowd.last else { continue }
            see.slip(
                on: crowd.named + [Reference(gate)], variant: Found.gateCrowded,
                facts: crowd.facts + [Fact("gate", gate), Fact("from", window(first).from)], mend: .edit(last.id, "gate_from"))
        }
    }
}
