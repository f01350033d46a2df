package import Rulebook
import Ledger

/// An amount ten times its neighbours or more is questioned: a point too many makes thousands of hundreds.
///
/// A norm is compared with the median of the other norms of its item and unit; the price of a line with its norm, or where the norm
/// has no amount, with the median of the other lines under it. An amount without neighbours is believed, and so is one that is too
/// small: the next one will look too large beside it.
///
/// Source: budget practice (a provincial page printed 8.000.000 for 800.000 and "5.00.000").
package let amountsResembleTheirNeighbours = Rule("FIN-05", .mind, about: Norm.self, finds: Found.self) { norm, see in
    let others = see.each(Norm.byItem, norm.item.rawValue).filter { $0.id != norm.id && $0.unit == norm.unit }
    question(norm.reference, norm.amount, beside: median(others.compactMap(\.amount)), variant: .norm, field: "amount_vnd", see)
    let lines = see.each(Estimate.byNorm, norm.id).filter { $0.status != .rejected }
    for line in lines {
        let neighbour = norm.amount ?? median(lines.filter { $0.id != line.id && $0.unitPrice > 0 }.map(\.unitPrice))
        question(line.reference, line.unitPrice, beside: neighbour, variant: .price, field: "unit_price_vnd", see)
    }
}

private enum Found: String, SlipVariant {
    case norm, price
}

private func question(_ subject: Reference, _ amount: Int?, beside neighbour: Int?, variant: Found, field: String, _ see: See) {
    guard let amount, let neighbour, neighbour > 0, amount >= 10 * neighbour else { return }
    see.slip(
        on: subject, variant: variant,
        facts: [Fact("line", .record(subject)), Fact("amount", .money(amount)), Fact("neighbour", .money(neighbour))],
        mend: .edit(subject, field: field))
}

/// The lower middle of the amounts.
private func median(_ amounts: [Int]) -> Int? {
    let sorted = amounts.sorted()
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
}
