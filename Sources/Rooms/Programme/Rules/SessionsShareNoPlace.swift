package import Rulebook
import Ledger
import Venues

/// No two sessions share a place and time, the place's turn-round included.
///
/// An exhibition may stand in a place while other sessions of its own go on elsewhere; it too holds its place. A session
/// and the row of the programme under which it is announced are one and do not clash.
///
/// Source: the practice of conference services.
package let sessionsShareNoPlace = Rule("PRG-01", .fix, about: Session.self) { session, see in
    guard let place = see[session.place] else { return }
    for other in see.others(Session.byPlace, place.id, than: session) where other.id > session.id {
        guard session.partOf != other.id, other.partOf != session.id else { continue }
        let first = min(session.starts, other.starts) == session.starts ? session : other
        let second = first.id == session.id ? other : session
        guard second.starts.instant < first.ends.instant.adding(minutes: place.turnRound) else { continue }
        see.slip(
            on: session.reference, other.reference,
            facts: [
                Fact("first", first.id), Fact("second", second.id), Fact("place", place.id), Fact("first_ends", first.ends),
                Fact("second_starts", second.starts), Fact("turn_round", place.turnRound),
            ],
            mend: .edit(second.id, "starts"))
    }
}
