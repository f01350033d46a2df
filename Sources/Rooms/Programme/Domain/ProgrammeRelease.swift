package import Committee
package import Ledger

/// One issue of the programme as it was released: its lines are the ``ReleasedSession`` records that name it.
package struct ProgrammeRelease: Entity {
    package static let slot = 61
    package static let code = "programme_release"
    package static let file = "programme_releases"
    package static let fields = Fields<ProgrammeRelease>(
        Field("version", \.version, .required),
        Field("audience", \.audience),
        Field("released", \.released),
        Field("released_by", \.releasedBy),
        Field("changes_vi", \.changesVietnamese, means: .wording(in: "vi")),
        Field("changes_en", \.changesEnglish, means: .wording(in: "en")))

    /// Whom the issue is for.
    package enum Audience: String, Choice {
        case `public`, delegations, house
    }

    package var heading = Heading<ProgrammeRelease>()
    /// Counted from 1.
    package var version = 0
    package var audience = Audience.public
    /// Empty while the issue is being prepared.
    package var released: Moment?
    package var releasedBy: ID<Officer>?
    /// What changed since the issue before, in words for the reader.
    package var changesVietnamese = ""
    package var changesEnglish = ""

    package init() {}
}
