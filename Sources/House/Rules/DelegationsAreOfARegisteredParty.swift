import Accreditation
import Engine
import Ledger
import Parties
import Programme
package import Rulebook
import Signing

/// A delegation's party stands in the register of parties, and is of the sort that such a delegation speaks for.
///
/// The party is chosen by its code: a name typed by hand has no field to stand in, and an unknown code is refused where it comes in.
/// A national delegation is sent by a State or by an organisation of regional integration; an association or a company,
/// however it calls itself, has none. Delegations of the press have outlets and no party.
///
/// Source: S07 (Newark and the "United States of Kailasa", 2023), S45 (Kailasa at a committee in Geneva, 2023).
package let delegationsAreOfARegisteredParty = Rule(
    "PTY-01", .stop, about: Delegation.self, stops: [.nominate, .printText, .send, .sign], finds: Found.self
) { delegation, see in
    guard let party = see[delegation.party] else {
        if delegation.kind != .press {
            see.slip(
                on: delegation.reference, variant: Found.missing, facts: [Fact("delegation", delegation.id)],
                mend: .edit(delegation.id, "party"))
        }
        return
    }
    guard !delegation.kind.isSent(by: party.kind) else { return }
    see.slip(
        on: delegation.reference, party.reference, variant: Found.kind,
        facts: [
            Fact("delegation", delegation.id), Fact("party", party.id), Fact("kind", .word(delegation.kind.rawValue)),
            Fact("party_kind", .word(party.kind.rawValue)),
        ],
        mend: .edit(delegation.id, "kind"))
}

private enum Found: String, SlipVariant {
    case missing, kind
}

extension Delegation.Sort {
    /// Whether a party of that sort sends delegations of this one.
    fileprivate func isSent(by party: Party.Sort) -> Bool {
        let isState = [.memberState, .observerState, .otherState].contains(party)
        return switch self {
        case .national: isState || party == .reio
        case .observer: isState || [.reio, .intergovernmental, .nonGovernmental].contains(party)
        case .intergovernmental: [.reio, .intergovernmental, .unitedNations].contains(party)
        case .unitedNations: party == .unitedNations
        case .nonGovernmental: party == .nonGovernmental
        case .company: party == .company
        case .academia: party == .academia
        case .press, .other: true
        }
    }
}
