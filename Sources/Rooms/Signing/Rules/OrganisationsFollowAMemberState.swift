package import Rulebook
import Ledger
import Parties

/// An organisation of regional integration is called, and signs, only after one of its member States has signed.
///
/// Already while the queue is drawn up, one of its member States must stand before it or have signed elsewhere.
///
/// Source: the Hanoi Convention, art. 64; the same clause in UNTOC, art. 36, and UNCAC, art. 67; slip W02.
package let organisationsFollowAMemberState = Rule(
    "SGN-05", .stop, about: Party.self, stops: [.call, .sign], finds: Found.self
) { party, see in
    guard party.kind == .reio else { return }
    let members = see.each(Party.byOrganisation, party.id)
    for slot in see.each(SigningSlot.byParty, party.id) {
        guard let table = see[slot.table], let treaty = table.treaty else { continue }
        if let called = slot.called {
            guard !hasSigned(members, treaty, by: called, see) else { continue }
            report(party, slot.reference, .called, facts: [Fact("treaty", treaty), Fact("called", called)], .edit(slot.id, "called"), see)
        } else if !stands(before: slot, members, treaty, see) {
            report(
                party, slot.reference, .order, facts: [Fact("treaty", treaty), Fact("position", slot.position)],
                .edit(slot.id, "position"), see)
        }
    }
    for signature in see.each(Signature.byParty, party.id) {
        guard let treaty = signature.treaty, !hasSigned(members, treaty, by: signature.signed, see) else { continue }
        report(
            party, signature.reference, .signed, facts: [Fact("treaty", treaty), Fact("signed", signature.signed)],
            .edit(signature.id, "signed"), see)
    }
}

private enum Found: String, SlipVariant {
    case called, order, signed
}

private func hasSigned(_ members: [Party], _ treaty: ID<Treaty>, by moment: Moment, _ see: See) -> Bool {
    members.contains { member in
        see.each(Signature.byParty, member.id).contains { $0.treaty == treaty && $0.signed <= moment }
    }
}

/// Whether a member State signed already, or stands before the organisation in the same queue.
private func stands(before slot: SigningSlot, _ members: [Party], _ treaty: ID<Treaty>, _ see: See) -> Bool {
    members.contains { member in
        see.each(Signature.byParty, member.id).contains { $0.treaty == treaty }
            || see.each(SigningSlot.byParty, member.id).contains {
                $0.table == slot.table && $0.position < slot.position && !$0.isPassedOver
            }
    }
}

private func report(_ party: Party, _ subject: Reference, _ variant: Found, facts: [Fact], _ mend: Mend, _ see: See) {
    see.slip(on: subject, party.reference, variant: variant, facts: [Fact("organisation", party.id)] + facts, mend: mend)
}
