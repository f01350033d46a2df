import Ledger
import Parties
package import Rulebook

/// Every invitation sent carries a verifiable code on the official domain, and of each look-alike domain the focal points are told in time.
///
/// The official domains are the assets of that kind marked official; a link may point at one of them or at a name below it.
/// The focal points are told within four hours after a look-alike was seen, and the mend is the same afterwards. That the
/// invitation went to a verified address is PTY-13.
///
/// Source: S52, Munich Security Conference and T20, 2020.
package let invitationsCanBeVerified = Rule("INT-01", .fix, finds: Found.self) { see in
    let domains = see.each(Asset.byKind, Asset.Sort.domain).filter { $0.isOfficial && !$0.address.isEmpty }.map { $0.address.lowercased() }
    for invitation in see.all(Invitation.self) where invitation.sent != nil { look(at: invitation, domains, see) }
    for domain in see.all(LookalikeDomain.self) where domain.focalPointsTold == nil { look(at: domain, see) }
}

private enum Found: String, SlipVariant {
    case code, domain, notice
}

private let hoursToTell = 4

private func look(at invitation: Invitation, _ domains: [String], _ see: See) {
    guard !invitation.verificationCode.isEmpty else {
        see.slip(
            on: invitation.reference, variant: Found.code, facts: [Fact("invitation", invitation.id)],
            mend: .edit(invitation.id, "verification_code"))
        return
    }
    let host = host(of: invitation.verificationLink)
    guard !domains.contains(where: { host == $0 || host.hasSuffix(".\($0)") }) else { return }
    see.slip(
        on: invitation.reference, variant: Found.domain,
        facts: [Fact("invitation", invitation.id), Fact("link", invitation.verificationLink)],
        mend: .edit(invitation.id, "verification_link"))
}

private func look(at domain: LookalikeDomain, _ see: See) {
    guard let seen = domain.seen, see.hasCome(seen.instant.adding(minutes: hoursToTell * 60)) else { return }
    see.slip(
        on: domain.reference, variant: Found.notice,
        facts: [Fact("domain", domain.id), Fact("seen", seen), Fact("hours", hoursToTell)],
        since: seen.instant.adding(minutes: hoursToTell * 60), mend: .edit(domain.id, "focal_points_told"))
}

/// The host of a link, lower case; empty where the link is not one of the secure web.
private func host(of link: String) -> String {
    let scheme = "https://"
    guard link.lowercased().hasPrefix(scheme) else { return "" }
    let rest = link.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // What stands before an at sign is a user's name, by which a look-alike pretends to be the official domain.
    guard !rest.contains("@") else { return "" }
    return rest.prefix { $0 != ":" }.lowercased()
}
