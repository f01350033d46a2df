package import Rulebook
import Ledger
import Venues

/// No two sessions share a place and time, the place's turn-round included.
///
/// An exhibition may stand in a place while other sessions of its own go on elsewhere; it too holds its place. A session
/// and the row of the programme under which it is announced are one and do not clash. Where more than a few meet in one place, they
/// are told together.
///
/// Source: the practice of conference services.
package let sessionsShareNoPlace = Rule("PRG-01", .fix, about: Session.self, finds: Found.self) { session, see in
    guard let place = see[session.place] else { return }
    let clashes = Clashes<Session, Instant>(
        from: { $0.starts.instant }, until: { $0.ends.instant.adding(minutes: place.turnRound) },
        sparing: { $0.partOf == $1.id || $1.partOf == $0.id })
    for clash in clashes.among(see.together(Session.byPlace, place.id, ledBy: session)) {
        switch clash {
        case .pair(let first, let second): report(first, second, in: place, see)
        case .crowd(let crowd): report(crowd, in: place, see)
        }
    }
}

private enum Found: String, SlipVariant {
    /// Of two sessions: what is found there has no name of its own.
    case two = ""
    case many
}

private func report(_ first: Session, _ second: Session, in place: Place, _ see: See) {
    see.slip(
        on: [first.reference, second.reference].sorted(), variant: Found.two,
        facts: [
            Fact("first", first.id), Fact("second", second.id), Fact("place", place.id), Fact("first_ends", first.ends),
            Fact("second_starts", second.starts), Fact("turn_round", place.turnRound),
        ],
        mend: .edit(second.id, "starts"))
}

private func report(_ crowd: Crowd<Session>, in place: Place, _ see: See) {
    // A row that only announces others holds the place through them.
    let announcing = Set(crowd.members.compactMap(\.partOf))
    let holding = crowd.members.filter { !announcing.contains($0.id) }
    let crowd = holding.count > 1 ? Crowd(holding) : crowd
    guard let first = crowd.members.first, let last = crowd.last else { return }
    see.slip(
        on: crowd.named, variant: Found.many,
        facts: crowd.facts + [Fact("place", place.id), Fact("from", first.starts), Fact("turn_round", place.turnRound)],
        mend: .edit(last.id, "starts"))
}
