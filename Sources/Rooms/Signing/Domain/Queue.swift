package import Rulebook
import Ledger
import Parties

extension Intention {
    /// The party's signer, as far as one is named who has not signed yet and whose day is near: within two weeks of the
    /// opening of the next window.
    package func signerAwaited(_ see: See) -> Signer? {
        guard intent == .willSign, let signer, let party, let treaty, let window = nextWindow(of: treaty, see),
            see.hasCome(window.opens.instant.adding(minutes: -14 * 24 * 60))
        else { return nil }
        let hasSigned = see.each(Signature.byParty, party).contains { $0.treaty == treaty }
        return hasSigned ? nil : Signer(signer, for: party, of: treaty, on: window.opens.day)
    }

    private func nextWindow(of treaty: ID<Treaty>, _ see: See) -> SigningWindow? {
        see.each(SigningWindow.byTreaty, treaty).sorted { $0.opens < $1.opens }.first { !see.hasCome($0.closes.instant) }
    }
}

extension Signature {
    /// Who signed, for whom and when.
    package var signer: Signer? {
        guard let person, let party, let treaty, signed != .blank else { return nil }
        return Signer(person, for: party, of: treaty, on: signed.day)
    }
}

extension SigningSlot {
    /// The slot that is called before this one: the nearest earlier one that was not passed over.
    package func predecessor(_ see: See) -> SigningSlot? {
        guard let table else { return nil }
        for earlier in stride(from: position - 1, to: 0, by: -1) {
            let slots = see.each(SigningSlot.byPosition, SigningSlot.place(earlier, at: table))
            if let slot = slots.first(where: { !$0.isPassedOver && $0.table == table && $0.position == earlier }) { return slot }
        }
        return nil
    }
}
