import Ledger
import Parties
package import Rulebook

extension ActName {
    /// Handing in somebody's application.
    package static let nominate = ActName("nominate")
}

package let nominating = Act(
    .nominate, makes: Application.self, orChanges: true,
    from: [
        .record(Person.self, beginApplication),
        .record(Delegation.self) { application, delegation, _ in application.delegation = delegation.id },
    ],
    asks: [.must(\.person), .must(\.category), .may(\.role), .may(\.delegation), .may(\.outlet)],
    fills: [.words(\.state, .submitted), .field(\.appliedBy), .field(\.appliedOn)], takenBackWithin: 30
) { application, _ throws(Refusal) in
    if application.isNomination { throw Refusal(AccreditationRefusal.alreadyHandedIn, [Fact("application", application.id)]) }
} decide: { application, doing throws(Refusal) in
    if doing.picture[application.person] == nil { throw Refusal(AccreditationRefusal.personUnknown) }
    if doing.picture[application.category] == nil { throw Refusal(AccreditationRefusal.categoryUnknown) }
    if let before = doing.before, !before.isLive { application.forgetDecision(since: before) }
    application.state = .submitted
    if application.appliedBy == nil { application.appliedBy = try doing.answerable() }
    application.appliedOn = application.appliedOn ?? doing.day
}

private func beginApplication(_ application: inout Application, of person: Person, _ picture: Picture) {
    application.person = person.id
    application.delegation = person.delegation
    application.outlet = person.outlet
}

extension Application {
    /// What was refused or withdrawn is handed in anew, by whoever does so now: an appeal that is upheld.
    fileprivate mutating func forgetDecision(since before: Application) {
        if appliedBy == before.appliedBy { appliedBy = nil }
        if appliedOn == before.appliedOn { appliedOn = nil }
        decidedBy = nil
        decidedOn = nil
        reasonClass = .none
        appealContact = nil
    }
}
