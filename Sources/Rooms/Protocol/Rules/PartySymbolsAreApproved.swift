package import Rulebook
import Ledger
import Parties
import Programme

/// Every party that signs or has a seat has a flag, a name plate and an anthem, each with a source and the delegation's approval.
///
/// A party has a seat when a plan that is proposed, approved or opened names it, and signs when it appears as a signer; a draft
/// plan asks for nothing. Flag and anthem come from its mission or its foreign ministry; a name plate may be the host's own make.
/// What the delegation approved is the very file, by its hash. An organisation without a State's honours has no anthem, and one
/// that is not intergovernmental has a name plate only.
///
/// Source: S12 (Hampden Park 2012: another country's flag), S13 (Kuwait 2012: an anthem taken from the internet).
package let partySymbolsAreApproved = Rule("PRO-01", .stop, about: Party.self, stops: [.openRoom], finds: Found.self) { party, see in
    guard let plan = planThatSeats(party, see) ?? planOfSignature(by: party, see) else { return }
    let symbols = see.each(Symbol.byParty, party.id)
    for kind in kindsDue(to: party) {
        let ofKind = symbols.filter { $0.kind == kind }
        if let symbol = ofKind.last, !ofKind.contains(where: isApproved) {
            see.slip(
                on: party.reference, symbol.reference, variant: Found.unapproved,
                facts: [Fact("party", party.id), Fact("symbol", symbol.id), Fact("kind", .word(kind.rawValue)), plan],
                mend: .edit(symbol.id, symbol.approvedBy == nil ? "approved_by" : "source"))
        } else if ofKind.isEmpty {
            see.slip(
                on: party.reference, variant: Found(missing: kind),
                facts: [Fact("party", party.id), Fact("kind", .word(kind.rawValue)), plan], mend: .add(Symbol.self))
        }
    }
}

private enum Found: String, SlipVariant {
    case flag, namePlate = "name_plate", anthem, unapproved

    init(missing kind: Symbol.Sort) {
        self =
            switch kind {
            case .flag: .flag
            case .namePlate: .namePlate
            case .anthem: .anthem
            }
    }
}

private func planThatSeats(_ party: Party, _ see: See) -> Fact? {
    let plans = see.each(Seat.byParty, party.id).compactMap { see[$0.plan] }
    return plans.first { $0.status != .draft || $0.opened != nil }.map { Fact("where", $0.id) }
}

private func planOfSignature(by party: Party, _ see: See) -> Fact? {
    let signing = see.each(Appearance.byParty, party.id).first { $0.role == .signer }
    return signing.map { Fact("where", $0.occasion) }
}

private func kindsDue(to party: Party) -> [Symbol.Sort] {
    switch party.kind {
    case .memberState, .observerState, .otherState, .reio: [.flag, .namePlate, .anthem]
    case .intergovernmental, .unitedNations: [.flag, .namePlate]
    case .nonGovernmental, .company, .academia, .other: [.namePlate]
    }
}

private func isApproved(_ symbol: Symbol) -> Bool {
    guard symbol.kind == .namePlate else { return symbol.isApproved }
    let hasSource = symbol.source != .unknown && symbol.source != .internet
    return hasSource && symbol.approvedBy != nil && symbol.approvedOn != nil && !symbol.hash.isEmpty
        && symbol.approvedHash == symbol.hash
}
