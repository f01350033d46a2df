import Ledger
package import Rulebook

/// One person holds one active badge, and nobody is both media and delegate.
///
/// A badge is active while it is printed or validated; a temporary one counts like any other. Being media and delegate is
/// looked for among the person's applications too, so that the second badge is stopped before it is made.
///
/// Source: W04 (a badge issued twice, a person in two categories); press accreditation of the United Nations (MALU): no double
/// accreditation.
package let onePersonOneBadge = Rule(
    "PTY-06", .stop, about: Badge.self, stops: [.issue, .reissue, .validate], finds: Found.self
) { badge, see in
    guard badge.isActive else { return }
    for other in see.others(Badge.byPerson, badge.person, than: badge) where other.id > badge.id && other.isActive {
        see.slip(
            on: badge.reference, other.reference, variant: Found.twice,
            facts: [Fact("person", badge.person), Fact("badge", badge.id), Fact("other", other.id)], mend: .edit(badge.id, "state"))
    }
    guard see.count(Application.byPerson, badge.person) > 1, let group = see[badge.category]?.group else { return }
    for application in see.each(Application.byPerson, badge.person) {
        guard let other = see[application.category], group.excludes(other.group) else { continue }
        see.slip(
            on: badge.reference, application.reference, variant: Found.media,
            facts: [Fact("person", badge.person), Fact("badge", badge.id), Fact("application", application.id)],
            mend: .edit(application.id, "state"))
    }
}

private enum Found: String, SlipVariant {
    case twice, media
}

extension Category.Group {
    /// Who reports does not negotiate.
    fileprivate func excludes(_ other: Category.Group) -> Bool {
        (self == .media && other == .delegates) || (self == .delegates && other == .media)
    }
}
