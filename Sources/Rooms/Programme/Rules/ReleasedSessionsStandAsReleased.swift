package import Rulebook
import Ledger

/// A session stands as the last released issue of the programme told it, or is released again.
///
/// Compared are time, place, titles, and whether it is held at all; a title that the issue left out is not compared. A session that
/// was never released may still change freely.
///
/// Source: field practice; S75 (Shanghai 2014: the show had moved and the crowd had not been told).
package let releasedSessionsStandAsReleased = Rule("PRG-13", .mind, about: Session.self, finds: Found.self) { session, see in
    guard let (line, release) = lastLine(of: session, see) else { return }
    for change in changes(since: line, in: session) {
        see.slip(
            on: session.reference, variant: change,
            facts: [
                Fact("session", session.id), Fact("release", release.id), Fact("released_starts", line.starts),
                Fact("starts", session.starts), Fact("released_ends", line.ends), Fact("ends", session.ends),
            ],
            mend: .add(ReleasedSession.self))
    }
}

private enum Found: String, SlipVariant {
    case withdrawn, time, end, place, title
}

private func lastLine(of session: Session, _ see: See) -> (ReleasedSession, ProgrammeRelease)? {
    var last: (line: ReleasedSession, release: ProgrammeRelease, released: Moment)?
    for line in see.each(ReleasedSession.bySession, session.id) {
        guard let release = see[line.release], let released = release.released else { continue }
        if let last, (released.instant, release.version) < (last.released.instant, last.release.version) { continue }
        last = (line, release, released)
    }
    return last.map { ($0.line, $0.release) }
}

/// What is another than released.
private func changes(since line: ReleasedSession, in session: Session) -> [Found] {
    if line.isWithdrawn { return [.withdrawn] }
    var changes: [Found] = []
    if line.starts.instant != session.starts.instant {
        changes.append(.time)
    } else if line.ends.instant != session.ends.instant {
        changes.append(.end)
    }
    if line.place != session.place { changes.append(.place) }
    let isRenamed = [(line.titleVietnamese, session.titleVietnamese), (line.titleEnglish, session.titleEnglish)]
        .contains { !$0.isEmpty && $0 != $1 }
    if isRenamed { changes.append(.title) }
    return changes
}
