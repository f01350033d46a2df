import Ledger
import Parties
package import Rulebook

extension ActName {
    /// Depositing an instrument with the depositary.
    package static let deposit = ActName("deposit")
}

package let depositing = Act(
    .deposit, makes: TreatyAct.self, from: [.record(Signature.self, beginInstrument)],
    asks: [
        .must(\.party), .must(\.treaty), .must(\.kind), .may(\.madeOn), .may(\.madeBy), .may(\.isAtSignature), .may(\.isInWriting),
        .may(\.objectsTo), .may(\.document),
    ],
    fills: [.field(\.depositedOn)], isOnlyWay: true
) { instrument, doing throws(Refusal) in
    guard let party = instrument.party.flatMap({ doing.picture[$0] }) else { throw Refusal(SigningRefusal.depositWithoutParty) }
    guard let treaty = instrument.treaty.flatMap({ doing.picture[$0] }) else { throw Refusal(SigningRefusal.depositWithoutTreaty) }
    instrument.depositedOn = instrument.depositedOn ?? doing.day
    guard instrument.kind.isConsent else { return }
    let facts = [Fact("party", party.id), Fact("treaty", treaty.id)]
    if !treaty.isOpen(to: party) { throw Refusal(SigningRefusal.treatyNotOpen, facts) }
    let others = doing.picture.each(TreatyAct.byParty, party.id).filter {
        $0.id != instrument.id && $0.treaty == treaty.id && $0.depositedOn != nil
    }
    let isBound = others.filter(\.kind.isConsent).count > others.filter { $0.kind == .withdrawal }.count
    if isBound { throw Refusal(SigningRefusal.alreadyDeposited, facts) }
}

/// A party that has signed a treaty deposits its instrument for that treaty.
private func beginInstrument(_ instrument: inout TreatyAct, after signature: Signature, _ picture: Picture) {
    instrument.party = signature.party
    instrument.treaty = signature.treaty
    instrument.kind = .ratification
}
