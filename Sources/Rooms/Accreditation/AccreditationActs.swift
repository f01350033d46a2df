package import Rulebook
import Ledger
import Parties

extension ActName {
    /// Handing in somebody's application.
    package static let nominate = ActName("nominate")
    /// Deciding that somebody gets a badge.
    package static let approve = ActName("approve")
    /// Making a badge.
    package static let issue = ActName("issue")
    /// Handing a badge to its person, who is there and looks like the photo.
    package static let validate = ActName("validate")
    /// Taking a badge's force away.
    package static let revoke = ActName("revoke")
    /// Making a badge in the place of another.
    package static let reissue = ActName("reissue")
}

package let nominating = Act(.nominate, writes: Application.self) { before, application, picture in
    guard picture[application.person] != nil else { return Refusal("person_unknown") }
    guard picture[application.category] != nil else { return Refusal("category_unknown") }
    if let before, before.state != .draft { return Refusal("already_handed_in", [Fact("application", before.id)]) }
    return application.state == .submitted ? nil : Refusal("not_handed_in")
}

package let approving = Act(.approve, writes: Application.self) { before, application, _ in
    guard let before, before.state == .submitted else { return Refusal("nothing_to_decide") }
    guard application.state == .approved else { return Refusal("not_approved", [Fact("application", before.id)]) }
    let isDecided = application.decidedBy != nil && application.decidedOn != nil
    return isDecided ? nil : Refusal("decided_by_nobody", [Fact("application", before.id)])
}

package let issuing = Act(.issue, writes: Badge.self) { before, badge, picture in
    if let before, before.state != .draft { return Refusal("already_issued", [Fact("badge", before.id)]) }
    return faultOfNewBadge(badge, picture)
}

package let reissuing = Act(.reissue, writes: Badge.self) { before, badge, picture in
    if let before, before.state != .draft { return Refusal("already_issued", [Fact("badge", before.id)]) }
    guard let replaced = badge.replaces.flatMap({ picture[$0] }) else { return Refusal("replaces_nothing") }
    if replaced.person != badge.person { return Refusal("replaces_anothers", [Fact("badge", replaced.id)]) }
    if replaced.isActive { return Refusal("replaced_still_counts", [Fact("badge", replaced.id)]) }
    return faultOfNewBadge(badge, picture)
}

package let validating = Act(.validate, writes: Badge.self) { before, badge, _ in
    guard let before, before.state == .printed else { return Refusal("not_printed", [Fact("serial", badge.serial)]) }
    return badge.state == .validated ? nil : Refusal("not_validated", [Fact("badge", before.id)])
}

package let revoking = Act(.revoke, writes: Badge.self) { before, badge, _ in
    guard let before, before.isActive || before.state == .lost else { return Refusal("nothing_to_revoke") }
    let isRevoked = badge.state == .revoked && badge.revoked != nil
    return isRevoked ? nil : Refusal("not_revoked", [Fact("badge", before.id)])
}

private func faultOfNewBadge(_ badge: Badge, _ picture: Picture) -> Refusal? {
    guard picture[badge.person] != nil else { return Refusal("person_unknown") }
    guard picture[badge.category] != nil else { return Refusal("category_unknown") }
    guard badge.state == .printed, badge.issued != nil else { return Refusal("badge_not_printed") }
    guard !badge.serial.isEmpty else { return Refusal("badge_without_serial") }
    let other = picture.each(Badge.bySerial, badge.serial).first { $0.id != badge.id && $0.serial == badge.serial }
    return other.map { Refusal("serial_used", [Fact("badge", $0.id), Fact("serial", badge.serial)]) }
}
