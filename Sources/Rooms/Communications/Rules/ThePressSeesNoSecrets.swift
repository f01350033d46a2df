import Ledger
import Programme
package import Rulebook

/// Rooms on a press visit show no secrets, their credentials change after it, and receivers are out only while the sound is public.
///
/// Each room is cleared in the twelve hours before the visit begins; the rule asks from an hour before. Within twelve hours after the
/// visit the credentials of the rooms are changed. Receivers in visitors' hands follow the phases of the session: none while a
/// phase is private or for the pool's pictures, nor at any time of a restricted session without phases. What a photograph shows is
/// not examined.
///
/// Source: S54, World Cup security centre, Brazil, 2014; S55, Super Bowl command centre, 2014; S62, G20 Cannes, 2011.
package let thePressSeesNoSecrets = Rule("COM-04", .fix, about: PressVisit.self, finds: Found.self) { visit, see in
    if let starts = visit.starts, see.hasCome(starts.instant.adding(minutes: -60)) { lookAtRooms(of: visit, from: starts, see) }
    lookAtCredentials(after: visit, see)
    lookAtReceivers(of: visit, see)
}

private enum Found: String, SlipVariant {
    case room, clearance, credentials, receivers
}

private let hoursClear = 12

private func lookAtRooms(of visit: PressVisit, from starts: Moment, _ see: See) {
    for room in visit.rooms where !visit.clearedRooms.contains(room) {
        see.slip(
            on: visit.reference, Reference(room), variant: Found.room,
            facts: [Fact("visit", visit.id), Fact("room", room), Fact("starts", starts)], mend: .edit(visit.id, "cleared_rooms"))
    }
    guard !visit.clearedRooms.isEmpty else { return }
    let window = starts.instant.adding(minutes: -hoursClear * 60)...starts.instant
    guard !(visit.cleared.map { window.contains($0.instant) } ?? false) else { return }
    see.slip(
        on: visit.reference, variant: Found.clearance,
        facts: [Fact("visit", visit.id), Fact("starts", starts), Fact("hours", hoursClear)], mend: .edit(visit.id, "cleared"))
}

private func lookAtCredentials(after visit: PressVisit, _ see: See) {
    guard let ends = visit.ends, visit.credentialsChanged.map({ $0.instant < ends.instant }) ?? true,
        see.hasCome(ends.instant.adding(minutes: hoursClear * 60))
    else { return }
    see.slip(
        on: visit.reference, variant: Found.credentials, facts: [Fact("visit", visit.id), Fact("ends", ends)],
        mend: .edit(visit.id, "credentials_changed"))
}

private func lookAtReceivers(of visit: PressVisit, _ see: See) {
    guard let given = visit.receiversGiven?.instant, let session = see[visit.session] else { return }
    let back = (visit.receiversBack ?? visit.ends)?.instant ?? .distantFuture
    let phases = see.each(Phase.bySession, session.id)
    let hidden = phases.filter { $0.publicity != .public }.map { (starts: $0.starts, ends: $0.ends) }
    let closed = phases.isEmpty && session.access == .restricted ? [(starts: session.starts, ends: session.ends)] : hidden
    guard let time = closed.first(where: { given < $0.ends.instant && $0.starts.instant < back }) else { return }
    see.slip(
        on: visit.reference, session.reference, variant: Found.receivers,
        facts: [Fact("visit", visit.id), Fact("session", session.id), Fact("starts", time.starts), Fact("ends", time.ends)],
        mend: .edit(visit.id, "receivers_given"))
}
