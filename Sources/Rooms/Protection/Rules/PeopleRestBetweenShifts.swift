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
    guard let person = shift.person, see.first(Shift.byPerson, person) == shift.id else { return }
    // Of all the shifts of one person the first speaks: each of them looking at each would grow with the square.
    let all = see.each(Shift.byPerson, person)
    reportTwoPosts(person, all, see)
    reportTurns(person, all, see)
}

private enum Found: String, SlipVariant {
    case long, rest, twoPosts = "two_posts", manyPosts = "many_posts"
}

private func reportTurns(_ person: ID<Person>, _ all: [Shift], _ see: See) {
    let turns = Span.merged(all.map(\.span))
    let beginning = Dictionary(all.map { ($0.starts.instant, $0) }) { first, _ in first }
    let ending = Dictionary(all.map { ($0.ends.instant, $0) }) { first, _ in first }
    for (place, turn) in turns.enumerated() {
        if let first = beginning[turn.from.instant], let limit = unit(of: first, see)?.shiftLimit, turn.minutes > limit {
            see.slip(
                on: first.reference, variant: Found.long,
                facts: [Fact("person", person), Fact("from", turn.from), Fact("to", turn.to), Fact("limit_hours", limit / 60)],
                mend: .edit(first.id, "ends"))
        }
        guard place + 1 < turns.count, let last = ending[turn.to.instant], let needed = unit(of: last, see)?.restNeeded else { continue }
        let rest = Span(turn.to, turns[place + 1].from)
        guard rest.minutes < needed, let next = beginning[rest.to.instant] else { continue }
        see.slip(
            on: last.reference, next.reference, variant: Found.rest,
            facts: [Fact("person", person), Fact("from", rest.from), Fact("to", rest.to), Fact("needed_hours", needed / 60)],
            mend: .edit(next.id, "starts"))
    }
}

private func unit(of shift: Shift, _ see: See) -> Unit? { see[see[shift.post]?.unit] }

private func reportTwoPosts(_ person: ID<Person>, _ all: [Shift], _ see: See) {
    let clashes = Clashes<Shift, Moment>(
        from: { $0.starts }, until: { $0.ends }, group: { AnyHashable($0.post) }, sparing: { !$0.span.overlaps($1.span) })
    for clash in clashes.among(all.filter { $0.post != nil }) {
        switch clash {
        case .pair(let one, let later):
            let (shift, other) = one.id < later.id ? (one, later) : (later, one)
            guard let both = shift.span.common(with: other.span), let first = shift.post, let second = other.post else { continue }
            see.slip(
                on: shift.reference, other.reference, variant: Found.twoPosts,
                facts: [
                    Fact("person", person), Fact("first", first), Fact("second", second), Fact("from", both.from), Fact("to", both.to),
                ],
                mend: .edit(other.id, "person"))
        case .crowd(let crowd):
            guard let first = crowd.members.first, let last = crowd.last else { continue }
            see.slip(
                on: crowd.named, variant: Found.manyPosts, facts: crowd.facts + [Fact("person", person), Fact("from", first.starts)],
                mend: .edit(last.id, "person"))
        }
    }
}
