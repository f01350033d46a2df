package import Rulebook
import Ledger
import Parties

/// A declaration or reservation at signature is in writing, by someone entitled, and noted for confirmation at ratification.
///
/// Entitled is who signs by office, or whose accepted full powers cover declarations. At a definitive signature nothing remains to be
/// confirmed. Once the party has deposited its instrument, a statement that it did not confirm is found.
///
/// Source: Treaty Handbook (2012), 3.5; Vienna Convention on the Law of Treaties, art. 23(1) and (2).
package let declarationsAtSignatureAreInOrder = Rule("SGN-12", .fix, about: TreatyAct.self, finds: Found.self) { act, see in
    guard act.isAtSignature, act.kind == .declaration || act.kind == .reservation, let day = act.madeOn, let party = act.party,
        let treaty = act.treaty
    else { return }
    if !act.isInWriting { report(act, .writing, field: "in_writing", see) }
    if let person = act.madeBy {
        let isEntitled = Signer(person, for: party, of: treaty, on: day).mayDeclare(see)
        if !isEntitled { report(act, .entitled, field: "made_by", see) }
    } else {
        report(act, .unnamed, field: "made_by", see)
    }
    let signatures = see.each(Signature.byParty, party).filter { $0.treaty == treaty }
    guard !signatures.contains(where: { $0.effect == .definitive }) else { return }
    if !act.isNotedForConfirmation { report(act, .notNoted, field: "noted_for_confirmation", see) }
    let instrument = see.each(TreatyAct.byParty, party).first { $0.treaty == treaty && $0.kind.isConsent && $0.depositedOn != nil }
    if instrument != nil, act.confirmedOn == nil { report(act, .unconfirmed, field: "confirmed_on", see) }
}

private enum Found: String, SlipVariant {
    case writing, entitled, unnamed, notNoted = "not_noted", unconfirmed
}

private func report(_ act: TreatyAct, _ variant: Found, field: String, _ see: See) {
    see.slip(
        on: act.reference, variant: variant,
        facts: [
            Fact("act", act.id), Fact("party", of: act.party), Fact("kind", .word(act.kind.rawValue)), Fact("person", of: act.madeBy),
        ],
        mend: .edit(act.id, field))
}
