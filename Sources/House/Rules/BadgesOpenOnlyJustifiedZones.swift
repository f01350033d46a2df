import Accreditation
import Engine
import Ledger
package import Rulebook
import Protection
import Venues

/// An active badge opens no zone that its category, its person's role or a shift does not justify today.
///
/// A shift justifies the zone of its post, or the zone in which the post's place lies, from the day it is planned until it
/// ends: so the zone may stand on a badge made beforehand, and must leave it afterwards. Only shifts that the person
/// confirmed and was vetted for count.
///
/// Source: accreditation manual of the Asian Beach Games, Viet Nam 2016 (categories and zone codes); secondary passes at the
/// signing of the Paris Agreement (United Nations protocol briefing, 15 April 2016); S36 (the interpreter at the memorial for
/// Mandela, 2013).
package let badgesOpenOnlyJustifiedZones = Rule(
    "PTY-10", .stop, about: Badge.self, stops: [.issue, .reissue, .validate]
) { badge, see in
    guard badge.isActive, let category = see[badge.category] else { return }
    var open = Set(badge.zones).subtracting(category.zones)
    if !open.isEmpty, let role = see[badge.application]?.role {
        open.subtract(see.each(RoleAccess.byRole, role).filter { $0.role == role }.flatMap(\.zones))
    }
    if !open.isEmpty { open.subtract(zonesOfShifts(of: badge, see)) }
    guard !open.isEmpty else { return }
    see.slip(
        on: badge.reference,
        facts: [
            Fact("badge", badge.id), Fact("person", badge.person), Fact("category", badge.category),
            Fact("zones", .records(open.sorted().map { Reference($0) })),
        ],
        mend: .edit(badge.id, "zones"))
}

private func zonesOfShifts(of badge: Badge, _ see: See) -> [ID<Zone>] {
    see.each(Shift.byPerson, badge.person).compactMap { shift in
        guard shift.isVetted && shift.isConfirmed, !see.hasCome(shift.ends.instant), let post = see[shift.post] else { return nil }
        return post.zone ?? see[post.place]?.securityZone
    }
}
