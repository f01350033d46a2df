import Ledger
import Parties
package import Rulebook

/// A delegation nominates no more people than its quota.
///
/// Applications count from the day they are handed in until they are refused or withdrawn. A delegation without a quota
/// may nominate whom it likes, as far as the categories' quotas go, which have a rule of their own under the same number.
///
/// Source: S34 (COP15 in Copenhagen, 2009: 45,215 registered for 15,000 places).
package let nominationsFitTheDelegation = Rule(
    "PTY-05", .stop, about: Delegation.self, stops: [.nominate, .approve], finds: Found.self
) { delegation, see in
    guard let quota = delegation.quota else { return }
    let nominated = see.count(Application.byDelegation, delegation.id)
    guard nominated > quota else { return }
    see.slip(
        on: delegation.reference, variant: Found.delegation,
        facts: [Fact("delegation", delegation.id), Fact("nominated", nominated), Fact("quota", quota)],
        mend: .edit(delegation.id, "quota"))
}

private enum Found: String, SlipVariant {
    case delegation
}
