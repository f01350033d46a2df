import Committee
import Ledger
import Parties
import Programme
import Rulebook
import Signing

/// A figure as it is announced: how many there are, of nothing in particular. Nought for what is not such a figure.
func counted(_ quantity: MeasuredQuantity, _ see: See) -> Int {
    switch quantity {
    case .delegationsConfirmed: confirmed(see).count
    case .nationalDelegations: confirmed(see).count { $0.kind == .national }
    case .organisations: confirmed(see).count { organisationKinds.contains($0.kind) }
    case .ledByMinisters: confirmed(see).count { $0.levelOfHead.rank <= Level.minister.rank }
    case .delegates: delegates(see).count
    case .foreignDelegates: foreignDelegates(see)
    case .journalists: journalists(see).count
    case .delegatesAndPress: delegates(see).count + journalists(see).count
    case .outlets: Set(journalists(see).compactMap(\.outlet)).count
    case .nationalities: Set(delegates(see).map(\.nationality.content).filter { !$0.isEmpty }).count
    case .workshops: events(.workshop, see)
    case .highLevelEvents: events(.highLevelEvent, see)
    case .booths: see.each(Session.byKind, Session.Sort.exhibition).reduce(0) { $0 + ($1.booths ?? 0) }
    case .registeredToSign: see.all(Intention.self).count { $0.intent == .willSign }
    case .signedInHall: signedInHall(see)
    default: 0
    }
}

private let organisationKinds: Set<Delegation.Sort> = [.intergovernmental, .nonGovernmental, .company, .academia, .unitedNations]

private func confirmed(_ see: See) -> [Delegation] { see.all(Delegation.self).filter { $0.status == .confirmed } }

private func delegates(_ see: See) -> [Person] { see.all(Person.self).filter { $0.delegation != nil } }

private func journalists(_ see: See) -> [Person] { see.all(Person.self).filter { $0.outlet != nil } }

private func foreignDelegates(_ see: See) -> Int {
    let host = see.all(Ceremony.self).first?.host ?? ""
    return delegates(see).count { !$0.nationality.content.isEmpty && $0.nationality.content != host }
}

private func events(_ kind: Session.Sort, _ see: See) -> Int { see.each(Session.byKind, kind).reduce(0) { $0 + $1.events } }

private func signedInHall(_ see: See) -> Int {
    let sessions = see.each(Session.byKind, Session.Sort.signing)
    return see.all(Signature.self).count { signature in
        sessions.contains { $0.starts <= signature.signed && signature.signed <= $0.ends }
    }
}
