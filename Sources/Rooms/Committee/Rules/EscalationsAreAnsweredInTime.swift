import Ledger
package import Rulebook

/// An escalation is answered before its clock runs out, by a body that has the authority it asks for.
///
/// It must name that authority and the time of its answer. Whoever answers holds a role in the body that was asked, or in
/// one above it. An answer that came late is no longer a slip. The rule does not judge the answer.
///
/// Source: situations beyond a subcommittee's authority are reported to the Steering Committee in time (session of 13 October
/// 2025).
package let escalationsAreAnsweredInTime = Rule(
    "CMD-07", .stop, about: Escalation.self, stops: [.answerEscalation], finds: Found.self
) { escalation, see in
    lookAtClock(of: escalation, see)
    lookAtAuthority(of: escalation, see)
    lookAtAnswerer(of: escalation, see)
}

private enum Found: String, SlipVariant {
    case noClock = "no_clock", late, noAuthority = "no_authority", authority, answerer
}

private func lookAtClock(of escalation: Escalation, _ see: See) {
    guard escalation.answered == nil else { return }
    guard let due = escalation.answerDue else {
        see.slip(
            on: escalation.reference, variant: Found.noClock, facts: [Fact("escalation", escalation.id)],
            mend: .edit(escalation.id, "answer_due"))
        return
    }
    guard see.hasCome(due.instant) else { return }
    var facts = [Fact("escalation", escalation.id), Fact("due", due)]
    if let body = escalation.to { facts.append(Fact("body", body)) }
    see.slip(
        on: escalation.reference, variant: Found.late, facts: facts, since: due.instant, mend: .edit(escalation.id, "answer"))
}

private func lookAtAuthority(of escalation: Escalation, _ see: See) {
    guard escalation.asks != .unstated else {
        see.slip(
            on: escalation.reference, variant: Found.noAuthority, facts: [Fact("escalation", escalation.id)],
            mend: .edit(escalation.id, "asks"))
        return
    }
    guard let body = see[escalation.to], !body.decides.contains(escalation.asks) else { return }
    see.slip(
        on: escalation.reference, body.reference, variant: Found.authority,
        facts: [Fact("escalation", escalation.id), Fact("body", body.id), Fact("authority", .word(escalation.asks.rawValue))],
        mend: .edit(escalation.id, "to"))
}

private func lookAtAnswerer(of escalation: Escalation, _ see: See) {
    guard let officer = see[escalation.answeredBy], let asked = escalation.to, let body = officer.body,
        !see.body(asked, isWithin: body)
    else { return }
    see.slip(
        on: escalation.reference, officer.reference, variant: Found.answerer,
        facts: [Fact("escalation", escalation.id), Fact("officer", officer.id), Fact("body", asked)],
        mend: .edit(escalation.id, "answered_by"))
}
