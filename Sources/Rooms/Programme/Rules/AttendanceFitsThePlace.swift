package import Rulebook
import Ledger
import Venues

/// The attendance expected at a session is no more than its place holds in the layout it is set up in.
///
/// Where people come and go, the number expected at the busiest moment counts. A layout that the place has no figure for counts
/// as the usual one. Whether the place's exits allow as many is the security desk's question, and seated meals are PRG-08's; a
/// session without a place or a number is not judged.
///
/// Source: S34 (COP15, Copenhagen 2009: 45,215 registered for 15,000 places).
package let attendanceFitsThePlace = Rule("PRG-03", .fix, about: Session.self) { session, see in
    guard session.kind != .banquet, let expected = session.attendance, let place = see[session.place],
        let capacity = capacity(of: place, for: session, see), expected > capacity
    else { return }
    see.slip(
        on: session.reference,
        facts: [
            Fact("session", session.id), Fact("place", place.id), Fact("expected", expected), Fact("capacity", capacity),
            Fact("basis", .word(session.expectedBasis.rawValue)),
        ],
        mend: .edit(session.id, "place"))
}

private func capacity(of place: Place, for session: Session, _ see: See) -> Int? {
    guard let wanted = session.layout else { return place.capacity }
    return see.each(Layout.byPlace, place.id).first { $0.kind == wanted }?.capacity ?? place.capacity
}
