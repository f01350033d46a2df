import Ledger
import Parties
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
    guard badge.isActive || see.count(Badge.byPerson, badge.person) > 1 else { return }
    // Of all the badges of one person the first speaks, whatever has become of it.
    guard see.first(Badge.byPerson, badge.person) == badge.id else { return }
    let active = see.each(Badge.byPerson, badge.person).filter(\.isActive)
    for clash in active.doubles { report(clash, of: badge.person, see) }
    guard see.count(Application.byPerson, badge.person) > 1 else { return }
    let applications = see.each(Application.byPerson, badge.person).compactMap { application in
        see[application.category].map { (application: application, group: $0.group) }
    }
    for badge in active {
        guard let group = see[badge.category]?.group else { continue }
        let excluded = applications.filter { group.excludes($0.group) }.map(\.application)
        // Of somebody's many applications the first few are enough to see what is wrong.
        for application in excluded.prefix(3) {
            see.slip(
                on: badge.reference, application.reference, variant: Found.media,
                facts: [Fact("person", badge.person), Fact("badge", badge.id), Fact("application", application.id)],
                mend: .edit(application.id, "state"))
        }
    }
}

private enum Found: String, SlipVariant {
    case twice, many, media
}

private func report(_ clash: Clash<Badge>, of person: ID<Person>, _ see: See) {
    switch clash {
    case .pair(let badge, let other):
        see.slip(
            on: badge.reference, other.reference, variant: Found.twice,
            facts: [Fact("person", person), Fact("badge", badge.id), Fact("other", other.id)], mend: .edit(badge.id, "state"))
    case .crowd(let crowd):
        guard let first = crowd.members.first else { return }
        // The person stands among the subjects, so that it holds back an act about any of the badges.
        see.slip(
            on: crowd.named + [Reference(person)], variant: Found.many, facts: crowd.facts + [Fact("person", person)],
            mend: .edit(first.id, "state"))
    }
}

extension Category.Group {
    /// Who reports does not negotiate.
    fileprivate func excludes(_ other: Category.Group) -> Bool {
        (self == .media && other == .delegates) || (self == .delegates && other == .media)
    }
}
