import Ledger
package import Rulebook

extension ActName {
    /// A plan is approved and put in force.
    package static let approvePlan = ActName("approve_plan")
    /// A question beyond a body's authority is answered.
    package static let answerEscalation = ActName("answer_escalation")
}

/// The acts in the world of this room.
package let committeeActs: [Act] = [
    Act(.answerEscalation, writes: Escalation.self) { before, after, _ in refusalToAnswer(before, after) },
    Act(.approvePlan, writes: Plan.self) { before, after, _ in refusalToApprove(before, after) },
]

private func refusalToApprove(_ before: Plan?, _ after: Plan) -> Refusal? {
    if before?.status == .superseded || before?.status == .withdrawn { return Refusal("plan_is_over", [Fact("plan", after.id)]) }
    if after.status != .inForce { return Refusal("approval_without_force", [Fact("plan", after.id)]) }
    guard let before else { return nil }
    let isSameText = before.version == after.version && before.textHash == after.textHash
    return isSameText ? nil : Refusal("approval_changes_plan", [Fact("plan", after.id)])
}

private func refusalToAnswer(_ before: Escalation?, _ after: Escalation) -> Refusal? {
    guard let before else { return Refusal("answer_without_question") }
    let facts = [Fact("escalation", after.id)]
    if before.answered != nil { return Refusal("already_answered", facts) }
    if after.answer.isEmpty || after.answered == nil || after.answeredBy == nil { return Refusal("answer_incomplete", facts) }
    let isSameQuestion = before.question == after.question && before.asks == after.asks && before.to == after.to
    return isSameQuestion ? nil : Refusal("question_changed", facts)
}
