import Committee
import Ledger
import Parties
package import Rulebook
import Venues

extension ActName {
    /// Licensing a delegation's guards.
    package static let licenseForeignSecurity = ActName("license_foreign_security")
}

package let licensingForeignSecurity = Act(
    .licenseForeignSecurity, makes: ForeignSecurityLicence.self, orChanges: true, from: [.record(Delegation.self, beginLicence)],
    asks: [.must(\.delegation), .must(\.officers), .may(\.officersInCore), .may(\.weapons), .may(\.zones), .may(\.validTo)],
    fills: [.field(\.signedBy), .field(\.signedOn)]
) { licence, _ throws(Refusal) in
    if licence.signedBy != nil { throw Refusal(ProtectionRefusal.licenceAlreadySigned) }
} decide: { licence, doing throws(Refusal) in
    if licence.delegation.flatMap({ doing.picture[$0] }) == nil { throw Refusal(ProtectionRefusal.licenceWithoutDelegation) }
    if licence.officersInCore > licence.officers {
        throw Refusal(
            ProtectionRefusal.licenceCoreAboveTotal, [Fact("officers", licence.officers), Fact("core", licence.officersInCore)])
    }
    licence.signedBy = licence.signedBy ?? doing.officer(Officer.self)
    if licence.signedBy == nil { throw Refusal(ProtectionRefusal.officerUnknown, [Fact("actor", doing.officerCode)]) }
    licence.signedOn = licence.signedOn ?? doing.day
}

/// What the delegation announced: its guards, what they carry and where they go, for its stay.
private func beginLicence(_ licence: inout ForeignSecurityLicence, for delegation: Delegation, _ picture: Picture) {
    let guards = picture.each(ForeignSecurity.byDelegation, delegation.id)
    licence.delegation = delegation.id
    licence.officers = guards.count
    licence.officersInCore = guards.filter { $0.zones.contains { picture[$0]?.level == .core } }.count
    licence.weapons = Set(guards.flatMap(\.weapons)).sorted()
    licence.zones = Set(guards.flatMap(\.zones)).sorted()
    licence.validFrom = delegation.arrives?.day
    licence.validTo = delegation.departs?.day
}
