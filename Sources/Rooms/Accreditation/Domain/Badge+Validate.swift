import Ledger
package import Rulebook

extension ActName {
    /// Handing a badge to its person, who is there and looks like the photo.
    package static let validate = ActName("validate")
}

package let validating = Act(
    .validate, changes: Badge.self, fills: [.words(\.state, .validated)], takenBackWithin: 5
) { badge, _ throws(Refusal) in
    if badge.state != .printed { throw Refusal(AccreditationRefusal.notPrinted, [Fact("serial", badge.serial)]) }
} decide: { badge, _ throws(Refusal) in
    badge.state = .validated
}
