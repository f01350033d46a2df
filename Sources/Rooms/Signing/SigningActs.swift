package import Rulebook
import Ledger
package import Parties

extension ActName {
    /// Opening a signing table, with its copies, pens and date card.
    package static let openTable = ActName("open_table")
    /// Calling the next party of a queue to the table.
    package static let call = ActName("call")
    /// Signing a treaty in one copy.
    package static let sign = ActName("sign")
    /// Depositing an instrument with the depositary.
    package static let deposit = ActName("deposit")
}

package let openingTable = Act(.openTable, writes: SigningTable.self) { before, table, picture in
    if before?.opened != nil { return Refusal("table_already_open", [Fact("table", table.id)]) }
    if table.opened == nil { return Refusal("table_not_opened", [Fact("table", table.id)]) }
    if table.treaty.flatMap({ picture[$0] }) == nil { return Refusal("table_without_treaty", [Fact("table", table.id)]) }
    if table.session == nil { return Refusal("table_without_session", [Fact("table", table.id)]) }
    return picture.each(Copy.byTable, table.id).isEmpty ? Refusal("table_without_copy", [Fact("table", table.id)]) : nil
}

package let calling = Act(.call, writes: SigningSlot.self) { before, slot, picture in
    if before?.called != nil { return Refusal("already_called", [Fact("slot", slot.id)]) }
    if slot.called == nil { return Refusal("not_called", [Fact("slot", slot.id)]) }
    if slot.party == nil { return Refusal("nobody_called", [Fact("slot", slot.id)]) }
    let isOpen = slot.table.flatMap { picture[$0] }?.opened != nil
    return isOpen ? nil : Refusal("table_closed", [Fact("slot", slot.id)])
}

package let signing = Act(.sign, writes: Signature.self) { before, signature, picture in
    guard let party = signature.party.flatMap({ picture[$0] }) else { return Refusal("signature_without_party") }
    guard let treaty = signature.treaty.flatMap({ picture[$0] }) else { return Refusal("signature_without_treaty") }
    if signature.person == nil { return Refusal("signature_without_signer", [Fact("party", party.id)]) }
    if signature.signed == .blank { return Refusal("signature_without_time", [Fact("party", party.id)]) }
    if !treaty.isOpen(to: party) { return Refusal("treaty_not_open", [Fact("party", party.id), Fact("treaty", treaty.id)]) }
    let others = picture.each(Signature.byParty, party.id).filter { $0.id != signature.id }
    let isSecond = others.contains { $0.treaty == treaty.id && $0.copy == signature.copy }
    return before == nil && isSecond ? Refusal("already_signed", [Fact("party", party.id), Fact("treaty", treaty.id)]) : nil
}

package let depositing = Act(.deposit, writes: TreatyAct.self) { before, act, picture in
    guard let party = act.party.flatMap({ picture[$0] }) else { return Refusal("deposit_without_party") }
    guard let treaty = act.treaty.flatMap({ picture[$0] }) else { return Refusal("deposit_without_treaty") }
    if act.depositedOn == nil { return Refusal("deposit_without_day", [Fact("party", party.id)]) }
    guard act.kind.isConsent else { return nil }
    if !treaty.isOpen(to: party) { return Refusal("treaty_not_open", [Fact("party", party.id), Fact("treaty", treaty.id)]) }
    let others = picture.each(TreatyAct.byParty, party.id).filter { $0.id != act.id && $0.treaty == treaty.id && $0.depositedOn != nil }
    let isBound = others.filter(\.kind.isConsent).count > others.filter { $0.kind == .withdrawal }.count
    return before?.depositedOn == nil && isBound ? Refusal("already_deposited", [Fact("party", party.id), Fact("treaty", treaty.id)]) : nil
}

extension Treaty {
    /// Whether a party of that kind may sign it and deposit an instrument.
    package func isOpen(to party: Party) -> Bool {
        switch party.kind {
        case .memberState, .observerState, .otherState: true
        case .reio: openTo == .statesAndOrganisations
        case .intergovernmental, .nonGovernmental, .unitedNations, .company, .academia, .other: false
        }
    }
}
