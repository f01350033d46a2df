import Committee
import Ledger
package import Rulebook

/// What this room can measure.
package let partiesMeasures: [Quantity] = [
    delegationsConfirmedOfInvited, symbolsApproved, outletsConfirmed, delegationsConfirmed, nationalDelegations, organisations,
    ledByMinisters, delegatesNamed, foreignDelegates, journalistsNamed, delegatesAndPress, outletsNamed, nationalities,
]

/// Of those invited who have not declined.
private let delegationsConfirmedOfInvited = Quantity("delegations_confirmed_of_invited") { see in
    Share(of: see.all(Delegation.self).filter(\.isAwaited)) { $0.status == .confirmed }
}

private let symbolsApproved = Quantity("symbols_approved") { see in Share(of: see.all(Symbol.self), where: \.isApproved) }

private let outletsConfirmed = Quantity("outlets_confirmed") { see in Share(of: see.all(Outlet.self)) { $0.confirmedOn != nil } }

/// Delegations of every kind whose reply is a confirmation.
private let delegationsConfirmed = Quantity("delegations_confirmed") { see in Share(whole: confirmed(see).count) }

/// National delegations among them.
private let nationalDelegations = Quantity("national_delegations") { see in Share(whole: confirmed(see).count { $0.kind == .national }) }

/// Delegations of organisations, companies, academia and the United Nations among them.
private let organisations = Quantity("organisations") { see in
    Share(whole: confirmed(see).count { ofOrganisations.contains($0.kind) })
}

/// Those whose head is a minister or ranks higher.
private let ledByMinisters = Quantity("led_by_ministers") { see in
    Share(whole: confirmed(see).count { $0.levelOfHead.rank <= Level.minister.rank })
}

/// People named by a delegation.
private let delegatesNamed = Quantity("delegates") { see in Share(whole: delegates(see).count) }

/// People named by a delegation who are not nationals of the host.
private let foreignDelegates = Quantity("foreign_delegates") { see in
    let host = see.all(Ceremony.self).first?.host ?? ""
    return Share(whole: delegates(see).count { !$0.nationality.content.isEmpty && $0.nationality.content != host })
}

/// People named by an outlet.
private let journalistsNamed = Quantity("journalists") { see in Share(whole: journalists(see).count) }

private let delegatesAndPress = Quantity("delegates_and_press") { see in Share(whole: delegates(see).count + journalists(see).count) }

/// Outlets of which somebody is named.
private let outletsNamed = Quantity("outlets") { see in Share(whole: Set(journalists(see).compactMap(\.outlet)).count) }

/// Nationalities of the people named by delegations.
private let nationalities = Quantity("nationalities") { see in
    Share(whole: Set(delegates(see).map(\.nationality.content).filter { !$0.isEmpty }).count)
}

private let ofOrganisations: Set<Delegation.Sort> = [.intergovernmental, .nonGovernmental, .company, .academia, .unitedNations]

private func confirmed(_ see: See) -> [Delegation] { see.all(Delegation.self).filter { $0.status == .confirmed } }

private func delegates(_ see: See) -> [Person] { see.all(Person.self).filter { $0.delegation != nil } }

private func journalists(_ see: See) -> [Person] { see.all(Person.self).filter { $0.outlet != nil } }

extension Delegation {
    /// Whether it was invited and has not declined.
    fileprivate var isAwaited: Bool { status == .invited || status == .confirmed }
}
