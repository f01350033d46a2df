import Ledger
package import Rulebook

extension ActName {
    /// Taking a badge's force away.
    package static let revoke = ActName("revoke")
}

/// A badge that was reported lost leaves that state by being revoked and not otherwise: it is no draft again.
package let revoking = Act(
    .revoke, changes: Badge.self, fills: [.words(\.state, .revoked, .lost), .field(\.revoked)]
) { badge, _ throws(Refusal) in
    if !badge.isActive && badge.state != .lost { throw Refusal(AccreditationRefusal.nothingToRevoke) }
} decide: { badge, doing throws(Refusal) in
    badge.state = .revoked
    badge.revoked = badge.revoked ?? doing.moment
}
