package import Rulebook
import Ledger
import Parties
import Programme

/// The flag, the anthem and the name plate of a cue or a seat are those of the party that stands or sits there.
///
/// Who stands at a cue is the party it names, else that of the appearance or office it is about; who sits is the party of the
/// seat, else that of its office. Where nobody is named nothing is compared.
///
/// Source: S12 (Hampden Park 2012), S14 (Stade de France 2019: Andorra's anthem for Albania).
package let symbolsBelongToWhoStandsThere = Rule(
    "PRO-02", .stop, about: Symbol.self, stops: [.callCue, .openRoom], finds: Found.self
) { symbol, see in
    guard let owner = symbol.party else { return }
    for cue in see.each(Cue.bySymbol, symbol.id) {
        guard let party = party(at: cue, see), party != owner else { continue }
        see.slip(
            on: symbol.reference, cue.reference, variant: Found.cue,
            facts: [Fact("symbol", symbol.id), Fact("owner", owner), Fact("cue", cue.id), Fact("party", party)],
            mend: .edit(cue.id, "symbol"))
    }
    for seat in see.each(Seat.bySymbol, symbol.id) {
        guard let plan = see[seat.plan], let party = seat.party ?? see[seat.office]?.party, party != owner else { continue }
        see.slip(
            on: symbol.reference, seat.reference, variant: Found.seat,
            facts: [
                Fact("symbol", symbol.id), Fact("owner", owner), Fact("seat", seat.id), Fact("plan", plan.id),
                Fact("party", party),
            ],
            mend: .edit(seat.id, seat.flag == symbol.id ? "flag" : "name_plate"))
    }
}

private enum Found: String, SlipVariant {
    case cue, seat
}

private func party(at cue: Cue, _ see: See) -> ID<Party>? {
    if let party = cue.party { return party }
    guard let appearance = see[cue.appearance] else { return nil }
    return appearance.party ?? see[appearance.office]?.party
}
