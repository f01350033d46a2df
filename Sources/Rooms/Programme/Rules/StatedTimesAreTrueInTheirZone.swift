package import Rulebook
import Ledger
import Venues

/// A time that goes out carries an IANA zone and is the session's own instant on that zone's clocks.
///
/// A fixed offset (`UTC+1`, `GMT+7`, `CET`) is no zone: it is right until the clocks change and wrong after. What is stated is
/// compared with what the clocks of the stated zone show at the session's start; an hour that those clocks show twice that night
/// must be stated otherwise. The session itself is written in the zone of its place. A time not yet written down anywhere is
/// not judged.
///
/// Source: W03 (the European Union and the United Kingdom put back their clocks on 26 October 2025 at 01:00 UTC, between the two
/// days of Ha Noi).
package let statedTimesAreTrueInTheirZone = Rule(
    "PRG-07", .stop, about: Session.self, stops: [.releaseProgramme, .releaseSession, .announceTime], finds: Found.self
) { session, see in
    if let place = see[session.place], session.starts.zone != place.timeZone || session.ends.zone != place.timeZone {
        see.slip(
            on: session.reference, variant: Found.place,
            facts: [
                Fact("session", session.id), Fact("place", place.id), Fact("zone", .zone(session.starts.zone)),
                Fact("place_zone", .zone(place.timeZone)),
            ],
            mend: .edit(session.id, "starts"))
    }
    let stated = see.each(StatedTime.bySession, session.id)
    let releases = see.each(ReleasedSession.bySession, session.id).compactMap { see[$0.release] }.filter { $0.released != nil }
    for statement in stated {
        guard let fault = fault(of: statement, for: session) else { continue }
        see.slip(
            on: session.reference, statement.reference, variant: fault,
            facts: [
                Fact("session", session.id), Fact("stated", .local(statement.stated)),
                Fact("zone", fault == .zone ? .text(statement.statedZone) : .zone(statement.statedZone)),
                Fact("medium", .word(statement.medium.rawValue)), Fact("right", right(statement, session)),
                Fact("releases", .records(releases.map(\.reference))),
            ],
            mend: .edit(statement.id, fault == .zone ? "stated_zone" : "stated"))
    }
}

private enum Found: String, SlipVariant {
    case place, zone, unreadable, mismatch, twice
}

/// What is wrong with a stated time.
private func fault(of statement: StatedTime, for session: Session) -> Found? {
    guard Zones.named(statement.statedZone) != nil else { return .zone }
    guard Moment("\(statement.stated)[UTC]") != nil else { return .unreadable }
    guard right(statement, session).description.hasPrefix(statement.stated.prefix(16)) else { return .mismatch }
    return Moment("\(statement.stated)[\(statement.statedZone)]") == nil ? .twice : nil
}

/// The session's start as the clocks of the stated zone show it, or as written where that is no zone.
private func right(_ statement: StatedTime, _ session: Session) -> Moment {
    Zones.named(statement.statedZone).map { Moment(session.starts.instant, in: $0) } ?? session.starts
}
