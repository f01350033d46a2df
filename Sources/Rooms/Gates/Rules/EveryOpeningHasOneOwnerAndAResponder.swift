package import Rulebook
import Ledger

/// Every opening in a perimeter has one owner at every moment that it is to be guarded, and somebody from its other side who comes
/// when called.
///
/// All openings count: gates, service and accessible doors, fire exits, loading docks, windows. It is due a week before an opening
/// is to be guarded, and at once while a gate into its zone is open. Two duties of one body may overlap while one relieves the
/// other; two bodies at once are two owners. A responder of the owner's own body is not from the other side.
///
/// It does not look at how many people stand there: that is the posts' rule.
///
/// Source: slips S47 (Wembley, 2021: accessible entrances were the weak point) and S50 (COP30, Belém, 2025: doors between the
/// United Nations' and the host's side that nobody watched, and no response from the other side).
package let everyOpeningHasOneOwnerAndAResponder = Rule(
    "SEC-03", .stop, about: Opening.self, stops: [.openGate], finds: Found.self
) { opening, see in
    guard isIntoAnOpenZone(opening, see) || see.hasCome(opening.guardedFrom.instant.adding(minutes: -7 * 24 * 60)) else { return }
    let guarded = Span(opening.guardedFrom, opening.guardedTo)
    let duties = see.each(OpeningDuty.byOpening, opening.id).filter { $0.span.overlaps(guarded) }
    reportWhereNobodyAnswers(opening, guarded, duties, see)
    reportSecondOwners(opening, duties, see)
    for duty in duties { reportResponder(opening, duty, see) }
}

private enum Found: String, SlipVariant {
    case nobody, two, many, responder, sameSide = "same_side"
}

private func isIntoAnOpenZone(_ opening: Opening, _ see: See) -> Bool {
    guard let zone = opening.zone else { return false }
    return see.each(Gate.byInner, zone).contains { see.count(GateTurn.openByGate, $0.id) > 0 }
}

private func reportWhereNobodyAnswers(_ opening: Opening, _ guarded: Span, _ duties: [OpeningDuty], _ see: See) {
    guard let gap = guarded.levels(of: duties.map { ($0.span, 1) }).first(where: { $0.sum == 0 })?.span else { return }
    see.slip(
        on: opening.reference, variant: Found.nobody, facts: [Fact("opening", opening.id), Fact("from", gap.from), Fact("to", gap.to)],
        mend: .add(OpeningDuty.self))
}

private func reportSecondOwners(_ opening: Opening, _ duties: [OpeningDuty], _ see: See) {
    let clashes = Clashes<OpeningDuty, Moment>(
        from: { $0.starts }, until: { $0.ends }, group: { AnyHashable($0.heldBy) }, sparing: { !$0.span.overlaps($1.span) })
    for clash in clashes.among(duties.filter { $0.heldBy != nil }) {
        switch clash {
        case .pair(let one, let later):
            let (duty, other) = one.id < later.id ? (one, later) : (later, one)
            guard let both = duty.span.common(with: other.span), let first = duty.heldBy, let second = other.heldBy else { continue }
            see.slip(
                on: opening.reference, duty.reference, other.reference, variant: Found.two,
                facts: [
                    Fact("opening", opening.id), Fact("first", first), Fact("second", second), Fact("from", both.from), Fact("to", both.to),
                ],
                mend: .edit(other.id, "starts"))
        case .crowd(let crowd):
            guard let first = crowd.members.first, let last = crowd.last else { continue }
            see.slip(
                on: [opening.reference] + crowd.named, variant: Found.many,
                facts: crowd.facts + [Fact("opening", opening.id), Fact("from", first.starts)], mend: .edit(last.id, "starts"))
        }
    }
}

private func reportResponder(_ opening: Opening, _ duty: OpeningDuty, _ see: See) {
    let facts = [Fact("opening", opening.id), Fact("from", duty.starts), Fact("to", duty.ends)]
    guard duty.responder != nil, let body = duty.responderBody else {
        see.slip(on: opening.reference, duty.reference, variant: Found.responder, facts: facts, mend: .edit(duty.id, "responder"))
        return
    }
    guard body == duty.heldBy else { return }
    see.slip(
        on: opening.reference, duty.reference, variant: Found.sameSide, facts: facts + [Fact("body", body)],
        mend: .edit(duty.id, "responder_body"))
}
