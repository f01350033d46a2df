package import Rulebook
import Gates
import Ledger
import Parties

/// Nobody stands at two posts at once, works longer than the norm allows, or begins again before the norm's rest.
///
/// For civilian staff the norm is the Labour Code's: twelve hours a day with overtime, twelve hours between two shifts. Police, army
/// and the United Nations have norms of their own, kept on the unit that mans the post; where a unit's own norm is not filled in,
/// only two posts at once is looked at. Shifts that touch one another are one turn of work, wherever they are served. A turn that
/// is too long is reported on its first shift, a rest that is too short on the shift before it.
///
/// Source: Viet Nam's Labour Code 2019, art. 105, 107 and 110 (eight hours a day, twelve with overtime, twelve between two shifts;
/// to be confirmed by counsel); hazard W10.
package let peopleRestBetweenShifts = Rule("SEC-02", .fix, about: Shift.self, finds: Found.self) { shift, see in
    guard let person = shift.person else { return }
    let all = see.each(Shift.byPerson, person)
    reportTwoPosts(shift, person, all, see)
    guard let unit = see[see[shift.post]?.unit] else { return }
    let turns = Span.merged(all.map(\.span))
    guard let place = turns.firstIndex(where: { $0.contains(shift.span) }) else { return }
    let turn = turns[place]
    if let limit = unit.shiftLimit, turn.minutes > limit, isFirst(shift, of: turn, all) {
        see.slip(
            on: shift.reference, variant: Found.long,
            facts: [Fact("person", person), Fact("from", turn.from), Fact("to", turn.to), Fact("limit_hours", limit / 60)],
            mend: .edit(shift.id, "ends"))
    }
    guard place + 1 < turns.count, isLast(shift, of: turn, all) else { return }
    let rest = Span(turn.to, turns[place + 1].from)
    guard let needed = unit.restNeeded, rest.minutes < needed, let next = all.first(where: { $0.starts == rest.to }) else { return }
    see.slip(
        on: shift.reference, next.reference, variant: Found.rest,
        facts: [Fact("person", person), Fact("from", rest.from), Fact("to", rest.to), Fact("needed_hours", needed / 60)],
        mend: .edit(next.id, "starts"))
}

private enum Found: String, SlipVariant {
    case long, rest, twoPosts = "two_posts"
}

private func reportTwoPosts(_ shift: Shift, _ person: ID<Person>, _ all: [Shift], _ see: See) {
    for other in all where other.id > shift.id && other.post != shift.post {
        guard let both = shift.span.common(with: other.span), let first = shift.post, let second = other.post else { continue }
        see.slip(
            on: shift.reference, other.reference, variant: Found.twoPosts,
            facts: [
                Fact("person", person), Fact("first", first), Fact("second", second), Fact("from", both.from), Fact("to", both.to),
            ],
            mend: .edit(other.id, "person"))
    }
}

private func isFirst(_ shift: Shift, of turn: Span, _ all: [Shift]) -> Bool {
    all.filter { $0.starts == turn.from }.map(\.id).min() == shift.id
}

private func isLast(_ shift: Shift, of turn: Span, _ all: [Shift]) -> Bool {
    all.filter { $0.ends == turn.to }.map(\.id).min() == shift.id
}
