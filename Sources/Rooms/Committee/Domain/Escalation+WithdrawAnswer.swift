import Ledger
package import Rulebook

extension ActName {
    /// Taking an answer back, so that another can be given.
    package static let withdrawAnswer = ActName("withdraw_answer")
}

package let withdrawingAnswer = Act(.withdrawAnswer, changes: Escalation.self, takenBackWithin: 15) { escalation, _ throws(Refusal) in
    if escalation.answered == nil { throw Refusal(CommitteeRefusal.notAnswered, [Fact("escalation", escalation.id)]) }
} decide: { escalation, _ throws(Refusal) in
    escalation.answered = nil
    escalation.answeredBy = nil
    escalation.answer = ""
    escalation.decision = nil
}
