package import Rulebook
import Ledger

/// Each line, estimated or paid, is at most its norm times persons and days, or has an approval reference.
///
/// Rooms count nights, flowers count persons only. A norm without an amount (special class, invoices) sets no limit here: what it
/// needs is FIN-04's. A draft is looked at like a submitted line; a rejected one is not.
///
/// Source: Circular 71/2018/TT-BTC, arts. 5, 7 and 8; field practice.
package let spendingKeepsToItsNorm = Rule("FIN-01", .fix, about: Estimate.self, finds: Found.self) { estimate, see in
    guard estimate.status != .rejected, let norm = see[estimate.norm] else { return }
    if estimate.approvalReference.isEmpty, let ceiling = norm.ceiling(persons: estimate.persons, days: estimate.days),
        estimate.amount > ceiling
    {
        report(estimate.reference, .estimated, estimate.amount, ceiling, norm, estimate.persons, estimate.days, see)
    }
    for actual in see.each(Actual.byEstimate, estimate.id) where actual.approvalReference.isEmpty {
        guard let ceiling = norm.ceiling(persons: actual.persons, days: actual.days), actual.amount > ceiling else { continue }
        guard estimate.approvalReference.isEmpty || actual.amount > estimate.amount else { continue }
        report(actual.reference, .paid, actual.amount, ceiling, norm, actual.persons, actual.days, see)
    }
}

private enum Found: String, SlipVariant {
    case estimated, paid
}

private func report(
    _ line: Reference, _ variant: Found, _ amount: Int, _ ceiling: Int, _ norm: Norm, _ persons: Int, _ days: Int, _ see: See
) {
    see.slip(
        on: line, norm.reference, variant: variant,
        facts: [
            Fact("line", .record(line)), Fact("norm", norm.id), Fact("amount", .money(amount)), Fact("ceiling", .money(ceiling)),
            Fact("persons", persons), Fact("days", days),
        ],
        mend: .edit(line, field: variant == .paid ? "approval_reference" : "amount_vnd"))
}
