import Ledger
package import Rulebook

extension ActName {
    /// Deciding that somebody gets a badge.
    package static let approve = ActName("approve")
}

package let approving = Act(
    .approve, changes: Application.self,
    fills: [.words(\.state, .approved), .field(\.decidedBy), .field(\.decidedOn)], takenBackWithin: 15
) { application, _ throws(Refusal) in
    if application.state != .submitted { throw Refusal(AccreditationRefusal.nothingToDecide) }
} decide: { application, doing throws(Refusal) in
    application.state = .approved
    if application.decidedBy == nil { application.decidedBy = try doing.answerable() }
    application.decidedOn = application.decidedOn ?? doing.day
}
