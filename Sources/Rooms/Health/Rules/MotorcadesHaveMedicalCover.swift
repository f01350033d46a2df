package import Rulebook
import Ledger
import Parties

/// The motorcade of each head of State or Government has doctors, an ambulance and a designated hospital.
///
/// It is due two weeks before the guest arrives. Motorcades are known here by the delegations whose head rides in one.
///
/// Source: slip S76 (State banquet, Tokyo, 1992).
package let motorcadesHaveMedicalCover = Rule(
    "HLT-01", .fix, about: Delegation.self, finds: Found.self, CoverFound.self
) { delegation, see in
    guard delegation.status == .confirmed, delegation.levelOfHead.rank <= 2, let arrives = delegation.arrives,
        see.hasCome(arrives.instant.adding(minutes: -dueBeforehand))
    else { return }
    let covers = see.each(MedicalCover.byDelegation, delegation.id).filter { $0.kind == .motorcade }
    if covers.isEmpty {
        see.slip(
            on: delegation.reference, variant: Found.motorcade, facts: [Fact("delegation", delegation.id)], mend: .add(MedicalCover.self))
    }
    for cover in covers { judge(cover, of: Fact("covered", delegation.id), see) }
}

private enum Found: String, SlipVariant {
    case motorcade
}
