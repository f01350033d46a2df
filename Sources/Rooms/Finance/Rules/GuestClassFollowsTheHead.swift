package import Rulebook
import Ledger
import Parties

/// A delegation is received in the class that the level of its head gives it, and a special class has its approval in a plan.
///
/// Which level gives which class is a table with validity: the law's own article on it was not seen. A level that the table does
/// not know on that date is found as well. Lines without a delegation are the host's own and are not looked at.
///
/// Source: Circular 71/2018/TT-BTC, arts. 7 and 8 (special class: approved by the head of the receiving agency in the plan).
package let guestClassFollowsTheHead = Rule("FIN-04", .fix, about: Estimate.self, finds: Found.self) { estimate, see in
    guard estimate.status != .rejected, let delegation = see[estimate.delegation] else { return }
    let day = estimate.forDay ?? delegation.arrives?.day ?? see.today
    let table = see.each(GuestClass.byLevel, delegation.levelOfHead.rawValue).filter { $0.isInForce(on: day) }
    let facts = [
        Fact("line", estimate.id), Fact("delegation", delegation.id), Fact("level", .word(delegation.levelOfHead.rawValue)),
        Fact("class", .word(estimate.guestClass.rawValue)),
    ]
    if let due = table.first?.guestClass {
        if due != estimate.guestClass {
            see.slip(
                on: estimate.reference, delegation.reference, variant: Found.guestClass,
                facts: facts + [Fact("due", .word(due.rawValue))], mend: .edit(estimate.id, "guest_class"))
        }
    } else {
        see.slip(
            on: estimate.reference, delegation.reference, variant: Found.level, facts: facts, mend: .add(GuestClass.self))
    }
    if estimate.guestClass == .special, estimate.counts, estimate.plan == nil || estimate.approvalReference.isEmpty {
        see.slip(
            on: estimate.reference, delegation.reference, variant: Found.special, facts: facts,
            mend: .edit(estimate.id, "approval_reference"))
    }
}

private enum Found: String, SlipVariant {
    case guestClass = "class", level, special
}
