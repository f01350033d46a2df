import Ledger
package import Rulebook

extension ActName {
    /// Withdrawing the licence of a delegation's guards.
    package static let withdrawLicence = ActName("withdraw_licence")
}

/// The licence is as if nobody had signed it, and may be licensed anew with other limits.
package let withdrawingLicence = Act(
    .withdrawLicence, changes: ForeignSecurityLicence.self
) { licence, _ throws(Refusal) in
    if licence.signedBy == nil { throw Refusal(ProtectionRefusal.licenceUnsigned) }
} decide: { licence, _ throws(Refusal) in
    licence.signedBy = nil
    licence.signedOn = nil
}
