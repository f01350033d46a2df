package import Rulebook
import Ledger
import Parties

/// Who is badged as interpreter, driver, armed or medical has the qualification for it, verified by a body and still good today.
///
/// This comes on top of vetting, which has a rule of its own. It does not look at languages and directions: those are checked
/// where an interpreter is put on a session.
///
/// Source: S36 (the interpreter at the memorial for Mandela, 2013), S73 (Carter in Warsaw, 1977).
package let rolesAreQualified = Rule(
    "PTY-11", .stop, about: Badge.self, stops: [.issue, .reissue, .validate], finds: Found.self
) { badge, see in
    guard badge.isActive, let application = see[badge.application], let skill = application.role.neededSkill else { return }
    let owned = see.each(Qualification.byPerson, badge.person).filter { $0.skill == skill }
    guard !owned.contains(where: { $0.isVerified(on: see.today) }) else { return }
    see.slip(
        on: badge.reference, variant: owned.isEmpty ? Found.missing : Found.unverified,
        facts: [
            Fact("badge", badge.id), Fact("person", badge.person), Fact("role", .word(application.role.rawValue)),
            Fact("skill", .word(skill.rawValue)),
        ],
        mend: owned.last.map { .edit($0.id, "verified_on") } ?? .add(Qualification.self))
}

private enum Found: String, SlipVariant {
    case missing, unverified
}
