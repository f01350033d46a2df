import Ledger
package import Rulebook

extension ActName {
    /// Taking a badge back from its person, who needs it no more. A lost one that turns up stays revoked.
    package static let returnBadge = ActName("return_badge")
}

package let returningBadge = Act(
    .returnBadge, changes: Badge.self, fills: [.words(\.state, .returned)], standing: .fact, takenBackWithin: 10
) { badge, _ throws(Refusal) in
    if !badge.isActive { throw Refusal(AccreditationRefusal.nothingToReturn, [Fact("badge", badge.id)]) }
} decide: { badge, _ throws(Refusal) in
    badge.state = .returned
}
