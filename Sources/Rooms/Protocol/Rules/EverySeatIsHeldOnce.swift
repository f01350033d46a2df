package import Rulebook
import Ledger
import Parties
import Programme

/// Each seat is held once, each principal has a seat, and parties that do not sit side by side are not put so.
///
/// A seat is its place in the plan, whatever record draws it; a person, an office or a role code holds one seat in a plan. Every
/// principal of the session has a seat in one of its plans once anybody has. Side by side are neighbouring numbers of one row or
/// one table; in front and behind is not. A party may hold as many seats as its delegation is given.
///
/// Source: field practice; S25 (Ankara 2021).
package let everySeatIsHeldOnce = Rule("PRO-06", .fix, about: SeatPlan.self, finds: Found.self) { plan, see in
    let seats = see.each(Seat.byPlan, plan.id).filter(\.isHeld)
    findSharedPlaces(in: plan, seats, see)
    findSeatsHeldByOne(in: plan, seats, see)
    findPrincipalsWithoutSeat(in: plan, see)
    findNeighbours(in: plan, seats, see)
}

private enum Found: String, SlipVariant {
    case twice, holder, principal, neighbours
}

private struct Position: Hashable {
    let table: String
    let row: Int?
    let number: Int
}

private func findSharedPlaces(in plan: SeatPlan, _ seats: [Seat], _ see: See) {
    var first: [Position: Seat] = [:]
    for seat in seats {
        let position = Position(table: seat.table, row: seat.row, number: seat.number)
        guard let earlier = first[position] else {
            first[position] = seat
            continue
        }
        see.slip(
            on: plan.reference, earlier.reference, seat.reference, variant: Found.twice,
            facts: [Fact("plan", plan.id), Fact("first", earlier.id), Fact("second", seat.id)], mend: .edit(seat.id, "number"))
    }
}

private func findSeatsHeldByOne(in plan: SeatPlan, _ seats: [Seat], _ see: See) {
    var first: [Fact.Content: Seat] = [:]
    for seat in seats {
        guard let holder = holder(of: seat) else { continue }
        guard let earlier = first[holder] else {
            first[holder] = seat
            continue
        }
        see.slip(
            on: plan.reference, earlier.reference, seat.reference, variant: Found.holder,
            facts: [Fact("plan", plan.id), Fact("who", holder), Fact("first", earlier.id), Fact("second", seat.id)],
            mend: .edit(seat.id, "holder"))
    }
}

/// The one person who holds a seat, as well as the record says it.
private func holder(of seat: Seat) -> Fact.Content? {
    if let person = seat.person { return .record(Reference(person)) }
    if let office = seat.office { return .record(Reference(office)) }
    return seat.holder.isEmpty ? nil : .text(seat.holder)
}

private func findPrincipalsWithoutSeat(in plan: SeatPlan, _ see: See) {
    let plans =
        (plan.session.map { see.each(SeatPlan.bySession, $0) } ?? [])
        + (plan.bilateral.map { see.each(SeatPlan.byBilateral, $0) } ?? [])
    guard plans.first?.id == plan.id else { return }
    let seats = plans.flatMap { see.each(Seat.byPlan, $0.id) }.filter(\.isHeld)
    guard !seats.isEmpty else { return }
    let appearances =
        (plan.session.map { see.each(Appearance.bySession, $0) } ?? [])
        + (plan.bilateral.map { see.each(Appearance.byBilateral, $0) } ?? [])
    for principal in appearances where principal.isPrincipal && !seats.contains(where: { $0.isHeld(by: principal) }) {
        see.slip(
            on: plan.reference, principal.reference, variant: Found.principal,
            facts: [Fact("plan", plan.id), Fact("who", principal.who)], mend: .add(Seat.self))
    }
}

private func findNeighbours(in plan: SeatPlan, _ seats: [Seat], _ see: See) {
    let seated = seats.compactMap { seat in (seat.party ?? see[seat.office]?.party).map { (seat: seat, party: $0) } }
    let shunned = Dictionary(uniqueKeysWithValues: Set(seated.map(\.party)).map { ($0, parties(incompatibleWith: $0, see)) })
    // Of many who hold one place the first few are looked at: that they share it is told by itself.
    let places = Dictionary(grouping: seated) { Position(table: $0.seat.table, row: $0.seat.row, number: $0.seat.number) }
        .mapValues { $0.prefix(3) }
    for (position, here) in places {
        // Numbers are bounded, but a record of another house may hold any.
        let (number, isTooLarge) = position.number.addingReportingOverflow(1)
        guard !isTooLarge, let beside = places[Position(table: position.table, row: position.row, number: number)] else { continue }
        for one in here {
            for other in beside where shunned[one.party]?.contains(other.party) == true {
                let (left, right) = one.seat.id < other.seat.id ? (one.seat, other.seat) : (other.seat, one.seat)
                see.slip(
                    on: plan.reference, left.reference, right.reference, variant: Found.neighbours,
                    facts: [Fact("plan", plan.id), Fact("first", left.id), Fact("second", right.id)], mend: .edit(right.id, "number"))
            }
        }
    }
}

private func parties(incompatibleWith party: ID<Party>, _ see: See) -> Set<ID<Party>> {
    let inForce = see.each(Incompatibility.byParty, party).filter { pair in pair.until.map { !see.isOver($0) } ?? true }
    return Set(inForce.compactMap { $0.first == party ? $0.second : $0.first })
}
