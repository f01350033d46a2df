import Ledger
package import Rulebook

extension ActName {
    /// Letting in one guard of a delegation.
    package static let admitForeignSecurity = ActName("admit_foreign_security")
}

/// Since when the guard is here may have been planned; otherwise it is now.
package let admittingForeignSecurity = Act(
    .admitForeignSecurity, makes: ForeignSecurity.self, orChanges: true, from: [.record(ForeignSecurityLicence.self, beginGuard)],
    asks: [.must(\.person), .must(\.delegation), .may(\.weapons), .may(\.zones), .may(\.ends), .may(\.briefingSignedOn)],
    takenBackWithin: 15
) { guardian, doing throws(Refusal) in
    if guardian.person.flatMap({ doing.picture[$0] }) == nil { throw Refusal(ProtectionRefusal.foreignGuardUnknown) }
    if guardian.delegation.flatMap({ doing.picture[$0] }) == nil { throw Refusal(ProtectionRefusal.foreignGuardWithoutDelegation) }
    guardian.starts = guardian.starts ?? doing.moment
}

/// A guard under a licence goes where it lets the delegation's guards go; the weapon is each guard's own.
private func beginGuard(_ guardian: inout ForeignSecurity, under licence: ForeignSecurityLicence, _: Picture) {
    guardian.delegation = licence.delegation
    guardian.zones = licence.zones
}
