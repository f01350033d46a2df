import Ledger
package import Rulebook

extension ActName {
    /// Deciding that somebody gets no badge, even where it was decided otherwise before.
    package static let refuseApplication = ActName("refuse_application")
}

package let refusingApplication = Act(
    .refuseApplication, changes: Application.self, asks: [.must(\.reasonClass), .may(\.appealContact)],
    fills: [.words(\.state, .refused), .field(\.decidedBy), .field(\.decidedOn)], takenBackWithin: 15
) { application, _ throws(Refusal) in
    if !application.isLive { throw Refusal(AccreditationRefusal.applicationOver, [Fact("application", application.id)]) }
} decide: { application, doing throws(Refusal) in
    application.state = .refused
    // Who approved it before does not answer for the refusal.
    if application.decidedBy == doing.before?.decidedBy { application.decidedBy = try doing.answerable() }
    if application.decidedOn == doing.before?.decidedOn { application.decidedOn = doing.day }
}
