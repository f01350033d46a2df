package import Rulebook
import Ledger
import Parties
import Programme
import Venues

/// A room has a principal's seat for every principal, alike for equals, and each guest's advance team has seen it as it stands.
///
/// Principals are those whose appearance in the session or meeting says so. Seats drawn in the plan count, else those the place is
/// known to have. Equals are principals of one level, and in a bilateral meeting both sides: their seats are of one class and
/// height. The inspection is asked for from a day before the meeting and when the room is opened; it must be accepted, and newer
/// than the last time the furniture was set. The hall's and the photograph's plans are PRO-06's.
///
/// Source: S25 (Ankara 2021: two presidents, one armchair), S26 (2010: the lower sofa).
package let principalsHaveEqualSeats = Rule("PRO-04", .stop, about: SeatPlan.self, stops: [.openRoom], finds: Found.self) { plan, see in
    guard plan.kind != .hall, plan.kind != .groupPhoto, let place = see[plan.place] else { return }
    let principals = principals(of: plan, see)
    guard !principals.isEmpty else { return }
    let seats = see.each(Seat.byPlan, plan.id).filter(\.isPrincipal)
    let facts = [Fact("plan", plan.id), Fact("place", place.id)]

    if let count = seats.isEmpty ? place.principalSeats : seats.count, count < principals.count {
        see.slip(
            on: plan.reference, variant: Found.count, facts: facts + [Fact("seats", count), Fact("principals", principals.count)],
            mend: .add(Seat.self))
    }
    if !areAlike(seats, in: place, for: principals, of: plan, see) {
        see.slip(on: plan.reference, variant: Found.seatClass, facts: facts, mend: .edit(plan.id, "arranged"))
    }
    for guest in guests(among: principals, of: plan, see) where isInspectionDue(plan, see) {
        guard !isAccepted(place, by: guest, for: plan, see) else { continue }
        see.slip(
            on: plan.reference, Reference(guest), variant: Found.inspection, facts: facts + [Fact("party", guest)],
            mend: .add(RoomInspection.self))
    }
}

private enum Found: String, SlipVariant {
    case count, seatClass = "class", inspection
}

private func principals(of plan: SeatPlan, _ see: See) -> [Appearance] {
    let inSession = plan.session.map { see.each(Appearance.bySession, $0) } ?? []
    let meeting = see[plan.bilateral].flatMap { $0.isOn ? $0 : nil }
    let inMeeting = meeting.map { see.each(Appearance.byBilateral, $0.id) } ?? []
    return (inSession + inMeeting).filter(\.isPrincipal)
}

/// Whether equals sit alike, as far as seats are drawn or the place is described.
private func areAlike(_ seats: [Seat], in place: Place, for principals: [Appearance], of plan: SeatPlan, _ see: See) -> Bool {
    let levels = principals.map { plan.bilateral == nil ? see[$0.office]?.level : Level.other }
    if seats.isEmpty {
        let known = levels.compactMap(\.self)
        return place.principalSeats == nil || place.principalSeatsEqual || Set(known).count == known.count
    }
    for level in Set(levels.compactMap(\.self)) {
        let equals = zip(principals, levels).filter { $0.1 == level }.map(\.0)
        let held = seats.filter { seat in equals.contains { seat.isHeld(by: $0) } }
        if Set(held.map(\.seatClass)).count > 1 || Set(held.map(\.height)).count > 1 { return false }
    }
    return true
}

private func guests(among principals: [Appearance], of plan: SeatPlan, _ see: See) -> [ID<Party>] {
    let parties = principals.compactMap { $0.party ?? see[$0.office]?.party }
    return Set(parties).filter { $0 != plan.host }.sorted()
}

private func isInspectionDue(_ plan: SeatPlan, _ see: See) -> Bool {
    if plan.opened != nil { return true }
    guard let starts = see[plan.session]?.starts ?? see[plan.bilateral]?.starts else { return false }
    return see.hasCome(starts.instant.adding(minutes: -24 * 60))
}

private func isAccepted(_ place: Place, by party: ID<Party>, for plan: SeatPlan, _ see: See) -> Bool {
    see.each(RoomInspection.byPlace, place.id).contains { inspection in
        guard inspection.party == party, inspection.result == .accepted, let inspected = inspection.inspected else { return false }
        return plan.arranged.map { $0.instant <= inspected.instant } ?? true
    }
}
