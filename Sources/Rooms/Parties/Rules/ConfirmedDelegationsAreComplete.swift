package import Rulebook
import Ledger

/// A confirmed delegation has a head, an administrative officer of its own, a liaison officer of the host and a size.
///
/// It does not look at who these people are, nor whether the size agrees with the nominations: that is the quota's rule.
///
/// Source: field practice; the designated administrative officer (DAO) of the guidelines published for the ceremony, 2025.
package let confirmedDelegationsAreComplete = Rule("PTY-04", .fix, about: Delegation.self, finds: Found.self) { delegation, see in
    guard delegation.status == .confirmed else { return }
    let missing = [
        (Found.head, see[delegation.head] == nil),
        (.administrativeOfficer, see[delegation.administrativeOfficer] == nil),
        (.liaisonOfficer, see[delegation.liaisonOfficer] == nil),
        (.size, (delegation.size ?? 0) < 1),
    ]
    for (field, isMissing) in missing where isMissing {
        see.slip(
            on: delegation.reference, variant: field, facts: [Fact("delegation", delegation.id)],
            mend: .edit(delegation.id, field.rawValue))
    }
}

/// The fields that are looked for, by their names.
private enum Found: String, SlipVariant {
    case head, administrativeOfficer = "administrative_officer", liaisonOfficer = "liaison_officer", size
}
