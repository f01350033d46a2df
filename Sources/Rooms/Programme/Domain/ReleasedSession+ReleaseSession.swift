import Ledger
package import Rulebook

extension ActName {
    /// One session is released in an issue of the programme.
    package static let releaseSession = ActName("release_session")
}

/// Its lines are prepared by hand as well, and count only once their issue is released: nothing of a line is written by the act alone.
package let releasingSession = Act(
    .releaseSession, makes: ReleasedSession.self,
    from: [.record(Session.self, beginLine), .record(ProgrammeRelease.self) { line, release, _ in line.release = release.id }],
    asks: [.must(\.release), .must(\.session), .may(\.isWithdrawn)]
) { line, doing throws(Refusal) in
    guard let session = line.session.flatMap({ doing.picture[$0] }), let release = line.release else {
        throw Refusal(ProgrammeRefusal.releaseOfNothing)
    }
    if stands(session.id, in: release, besides: line.id, doing.picture) {
        throw Refusal(ProgrammeRefusal.sessionAlreadyInRelease, [Fact("session", session.id), Fact("release", release)])
    }
    if line.titleVietnamese.isEmpty { line.titleVietnamese = session.titleVietnamese }
    if line.titleEnglish.isEmpty { line.titleEnglish = session.titleEnglish }
    if line.starts == .blank { line.starts = session.starts }
    if line.ends == .blank { line.ends = session.ends }
    line.place = line.place ?? session.place
}

/// The newest issue in preparation that does not have the session yet.
private func beginLine(_ line: inout ReleasedSession, of session: Session, _ picture: Picture) {
    line.session = session.id
    let open = picture.all(ProgrammeRelease.self).filter {
        $0.released == nil && !stands(session.id, in: $0.id, besides: line.id, picture)
    }
    line.release = open.max { $0.version < $1.version }?.id
}

private func stands(
    _ session: ID<Session>, in release: ID<ProgrammeRelease>, besides line: ID<ReleasedSession>, _ picture: Picture
) -> Bool {
    picture.each(ReleasedSession.byRelease, release).contains { $0.session == session && $0.id != line }
}
