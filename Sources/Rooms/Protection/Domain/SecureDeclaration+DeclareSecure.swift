import Committee
import Ledger
package import Rulebook
import Venues

extension ActName {
    /// Declaring a zone secure.
    package static let declareSecure = ActName("declare_secure")
}

package let declaringSecure = Act(
    .declareSecure, makes: SecureDeclaration.self,
    from: [
        .record(Zone.self) { declaration, zone, _ in declaration.zone = zone.id },
        .record(Sweep.self) { declaration, sweep, _ in declaration.zone = sweep.zone },
    ],
    asks: [.must(\.zone)], fills: [.field(\.declaredAt), .field(\.declaredBy)], isOnlyWay: true
) { declaration, doing throws(Refusal) in
    if let zone = declaration.zone { try refuseSecond(declaration, of: zone, doing.picture) }
} decide: { declaration, doing throws(Refusal) in
    guard let zone = declaration.zone, doing.picture[zone] != nil else { throw Refusal(ProtectionRefusal.secureDeclarationWithoutZone) }
    try refuseSecond(declaration, of: zone, doing.picture)
    declaration.declaredBy = declaration.declaredBy ?? doing.officer(Officer.self)
    if declaration.declaredBy == nil { throw Refusal(ProtectionRefusal.officerUnknown, [Fact("actor", doing.officerCode)]) }
    if declaration.declaredAt == .blank { declaration.declaredAt = doing.moment }
}

private func refuseSecond(_ declaration: SecureDeclaration, of zone: ID<Zone>, _ picture: Picture) throws(Refusal) {
    guard picture.each(SecureDeclaration.standingByZone, zone).contains(where: { $0.id != declaration.id }) else { return }
    throw Refusal(ProtectionRefusal.secureDeclarationStands, [Fact("zone", zone)])
}
