import Ledger
package import Rulebook

extension ActName {
    /// Taking an application back, on the side of whoever made it.
    package static let withdrawApplication = ActName("withdraw_application")
}

package let withdrawingApplication = Act(
    .withdrawApplication, changes: Application.self, fills: [.words(\.state, .withdrawn)], takenBackWithin: 15
) { application, _ throws(Refusal) in
    if !application.isLive { throw Refusal(AccreditationRefusal.applicationOver, [Fact("application", application.id)]) }
} decide: { application, _ throws(Refusal) in
    application.state = .withdrawn
}
