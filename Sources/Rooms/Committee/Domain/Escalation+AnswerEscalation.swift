import Ledger
package import Rulebook

extension ActName {
    /// A question beyond a body's authority is answered.
    package static let answerEscalation = ActName("answer_escalation")
}

package let answeringEscalation = Act(
    .answerEscalation, changes: Escalation.self, asks: [.must(\.answer), .may(\.decision)],
    fills: [.field(\.answer), .field(\.answered), .field(\.answeredBy)], takenBackWithin: 15
) { escalation, _ throws(Refusal) in
    if escalation.answered != nil { throw Refusal(CommitteeRefusal.alreadyAnswered, [Fact("escalation", escalation.id)]) }
} decide: { escalation, doing throws(Refusal) in
    let isSameQuestion =
        escalation.question == doing.before?.question && escalation.asks == doing.before?.asks && escalation.to == doing.before?.to
    if !isSameQuestion { throw Refusal(CommitteeRefusal.questionChanged, [Fact("escalation", escalation.id)]) }
    escalation.answered = escalation.answered ?? doing.moment
    escalation.answeredBy = escalation.answeredBy ?? doing.officer(Officer.self)
    if escalation.answeredBy == nil { throw Refusal(CommitteeRefusal.officerUnknown, [Fact("actor", doing.officerCode)]) }
}
