package import Rulebook
import Ledger

/// Each line names a norm for its item and class that is in force on its date, with scope and legal reference.
///
/// A line needs its norm once it is submitted. A norm of the event's own framework also needs who approved it.
///
/// Source: Circular 71/2018/TT-BTC; field practice (norms of the law and of the event, in versions).
package let linesNameANormInForce = Rule("FIN-02", .fix, about: Estimate.self, finds: Found.self) { estimate, see in
    guard estimate.status != .rejected else { return }
    guard let norm = see[estimate.norm] else {
        if estimate.counts { report(estimate, .missing, .edit(estimate.id, "norm"), [], see) }
        return
    }
    if let day = estimate.forDay, !norm.isInForce(on: day) {
        report(estimate, .expired, .edit(estimate.id, "norm"), [Fact("norm", norm.id), Fact("day", day)], see)
    }
    if !norm.covers(estimate.item) || norm.guestClass != .none && norm.guestClass != estimate.guestClass {
        report(
            estimate, .other, .edit(estimate.id, "norm"),
            [
                Fact("norm", norm.id), Fact("item", .word(estimate.item.rawValue)), Fact("class", .word(estimate.guestClass.rawValue)),
            ], see)
    }
    let isGrounded = norm.scope != .unknown && !norm.legalReference.isEmpty && (norm.scope == .law || norm.approvedBy != nil)
    if !isGrounded { report(estimate, .ungrounded, .edit(norm.id, "legal_reference"), [Fact("norm", norm.id)], see) }
}

private enum Found: String, SlipVariant {
    case missing, expired, other, ungrounded
}

private func report(_ estimate: Estimate, _ variant: Found, _ mend: Mend, _ facts: [Fact], _ see: See) {
    see.slip(on: estimate.reference, variant: variant, facts: [Fact("line", estimate.id)] + facts, mend: mend)
}
