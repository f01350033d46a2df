package import Rulebook
import Ledger
import Parties

/// What the house knows of one treaty's participants, read from its records and shaped for the ``FinalClause``.
package struct TreatyRecords {
    package let treaty: Treaty
    package let signatures: [Signature]
    package let acts: [TreatyAct]
    package let clause: FinalClause
    package let standing: Standing

    package init(of treaty: Treaty, _ see: See) {
        self.treaty = treaty
        signatures = see.each(Signature.byTreaty, treaty.id)
        acts = see.each(TreatyAct.byTreaty, treaty.id)
        let weights = see.each(ClauseWeight.byTreaty, treaty.id)
        clause = FinalClause(of: treaty, weights: weights)
        let isOrganisation: (ID<Party>) -> Bool = { see[$0]?.kind == .reio }
        let deeds = signatures.compactMap { $0.participation(isOrganisation) } + acts.compactMap { $0.participation(isOrganisation) }
        standing = clause.standing(after: deeds)
    }
}

extension FinalClause {
    /// The clause that a treaty's record describes.
    package init(of treaty: Treaty, weights: [ClauseWeight]) {
        var thresholds: [Threshold] = treaty.instruments > 0 ? [.instruments(treaty.instruments)] : []
        if let least = treaty.weightThreshold {
            let table = weights.compactMap { weight in weight.party.map { ($0, weight.weight) } }
            thresholds.append(.weight(atLeast: least, of: Dictionary(table, uniquingKeysWith: { $1 })))
        }
        if !treaty.namedParties.isEmpty { thresholds.append(.named(Set(treaty.namedParties))) }
        self.init(
            thresholds: thresholds,
            delay: Delay(treaty.delay, treaty.delayUnit, landing: treaty.delayLanding),
            laterDelay: Delay(treaty.laterDelay, treaty.laterDelayUnit, landing: treaty.laterDelayLanding),
            withdrawalDelay: Delay(treaty.withdrawalMonths, .months),
            allowsDefinitiveSignature: treaty.allowsDefinitiveSignature)
    }
}

extension Signature {
    func participation(_ isOrganisation: (ID<Party>) -> Bool) -> Participation? {
        guard let party, signed != .blank else { return nil }
        let deed: Participation.Deed = effect == .definitive ? .definitiveSignature : .signature
        return Participation(party, deed, on: signed.day, isOrganisation: isOrganisation(party))
    }
}

extension TreatyAct {
    func participation(_ isOrganisation: (ID<Party>) -> Bool) -> Participation? {
        guard let party, let depositedOn, kind.isConsent || kind == .withdrawal else { return nil }
        return Participation(party, kind.isConsent ? .deposit : .withdrawal, on: depositedOn, isOrganisation: isOrganisation(party))
    }
}
