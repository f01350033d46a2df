package import Rulebook
import Committee
import Ledger

/// Who took the application, who vetted it and who issued the badge are three officers, and three people.
///
/// Two roles of the same person are one person. It looks at active badges; a badge without an application has the rule on
/// applications against it.
///
/// Source: field practice (four-eyes principle of accreditation offices).
package let threeOfficersMakeABadge = Rule(
    "PTY-09", .stop, about: Badge.self, stops: [.issue, .reissue, .validate], finds: Found.self
) { badge, see in
    guard badge.isActive, let application = see[badge.application] else { return }
    let facts = [Fact("badge", badge.id)]
    guard let applied = application.appliedBy, let vetted = application.vettedBy, let issued = badge.issuedBy else {
        see.slip(
            on: badge.reference, variant: Found.unknown, facts: facts,
            mend: badge.issuedBy == nil
                ? .edit(badge.id, "issued_by")
                : .edit(application.id, application.vettedBy == nil ? "vetted_by" : "applied_by"))
        return
    }
    for (first, second) in [(applied, vetted), (applied, issued), (vetted, issued)] where isOnePerson(first, second, see) {
        see.slip(
            on: badge.reference, variant: Found.same, facts: facts + [Fact("officer", first), Fact("other", second)],
            mend: second == issued ? .edit(badge.id, "issued_by") : .edit(application.id, "vetted_by"))
        return
    }
}

private enum Found: String, SlipVariant {
    case unknown, same
}

private func isOnePerson(_ first: ID<Officer>, _ second: ID<Officer>, _ see: See) -> Bool {
    if first == second { return true }
    guard let person = see[first]?.person, person != .blank else { return false }
    return see[second]?.person == person
}
