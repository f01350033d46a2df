import Ledger
import Parties
package import Rulebook

/// An active badge rests on its person's approved application, a cleared vetting, and a photo of the standard or a rank that waives it.
///
/// Only a category that says so waives the photo, and only for heads of State and Government, vice-presidents and their
/// spouses, by the office that they hold today. Everybody else's photo was checked by an officer. Qualifications and press
/// letters have rules of their own.
///
/// Source: United Nations Protocol and Liaison Service, passes for VIPs; registration practice of UNODC; field practice.
package let badgesRestOnAClearedApplication = Rule(
    "PTY-08", .stop, about: Badge.self, stops: [.issue, .reissue, .validate], finds: Found.self
) { badge, see in
    guard badge.isActive else { return }
    let facts = [Fact("badge", badge.id), Fact("person", badge.person)]
    guard let application = see[badge.application], application.person == badge.person, application.category == badge.category,
        application.state == .approved
    else {
        see.slip(on: badge.reference, variant: Found.application, facts: facts, mend: .edit(badge.id, "application"))
        return
    }
    if application.vetting != .cleared {
        see.slip(
            on: badge.reference, application.reference, variant: Found.vetting,
            facts: facts + [Fact("vetting", .word(application.vetting.rawValue))], mend: .edit(application.id, "vetting"))
    }
    if !isPhotoInOrder(application, see) {
        see.slip(
            on: badge.reference, application.reference, variant: Found.photo, facts: facts, mend: .edit(application.id, "photo_checked"))
    }
}

private enum Found: String, SlipVariant {
    case application, vetting, photo
}

private func isPhotoInOrder(_ application: Application, _ see: See) -> Bool {
    guard let person = see[application.person] else { return false }
    if application.isPhotoChecked && !person.photoHash.content.isEmpty { return true }
    guard see[application.category]?.photo == .waivedByRank else { return false }
    return [person.id, person.spouseOf].compactMap(\.self).contains { waivesPhoto($0, see) }
}

private func waivesPhoto(_ person: ID<Person>, _ see: See) -> Bool {
    see.each(Office.byPerson, person).contains { $0.level.rank <= Level.vicePresident.rank && $0.isHeld(on: see.today) }
}
