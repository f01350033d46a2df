import Ledger
package import Rulebook

extension ActName {
    /// An issue of the programme goes out.
    package static let releaseProgramme = ActName("release_programme")
}

package let releasingProgramme = Act(
    .releaseProgramme, changes: ProgrammeRelease.self, asks: [.may(\.audience), .may(\.changesVietnamese), .may(\.changesEnglish)],
    fills: [.field(\.released), .field(\.releasedBy)]
) { release, doing throws(Refusal) in
    if release.released != nil { throw Refusal(ProgrammeRefusal.programmeAlreadyReleased, [Fact("release", release.id)]) }
    if doing.picture.each(ReleasedSession.byRelease, release.id).isEmpty { throw Refusal(ProgrammeRefusal.releaseWithoutSessions) }
} decide: { release, doing throws(Refusal) in
    release.released = release.released ?? doing.moment
    if release.releasedBy == nil { release.releasedBy = try doing.answerable() }
}
