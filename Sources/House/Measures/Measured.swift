import Accreditation
package import Committee
import Communications
import Integrity
import Ledger
import Lodging
import Parties
import Programme
package import Rulebook
import Protection
import Signing

/// How much of a quantity is done, of how much, as the records say now. It is computed whenever somebody asks and stored nowhere.
///
/// Each reads as little as it can, so that a rule that compares with it is asked again only when the answer may change.
package func measured(_ quantity: MeasuredQuantity, _ see: See) -> (done: Int, total: Int) {
    switch quantity {
    case .unstated: (0, 0)
    case .plansInForce: share(of: see.all(Plan.self).filter(\.isAlive)) { $0.status == .inForce }
    case .directivesAnswered: share(of: see.all(Directive.self)) { $0.answeredOn != nil }
    case .delegationsConfirmedOfInvited: share(of: see.all(Delegation.self).filter(\.isAwaited)) { $0.status == .confirmed }
    case .badgesIssuedOfApproved: badges(in: see.all(Category.self), of: Application.byApprovedCategory, see)
    case .delegatesBadged: badges(in: see.all(Category.self).filter { $0.group == .delegates }, of: Application.byCategory, see)
    case .journalistsBadged: badges(in: see.all(Category.self).filter { $0.group == .media }, of: Application.byCategory, see)
    case .outletsConfirmed: share(of: see.all(Outlet.self)) { $0.confirmedOn != nil }
    case .fullPowersAcceptedOfNeeded: fullPowers(see)
    case .partiesSigned: signatures(see)
    case .symbolsApproved: share(of: see.all(Symbol.self), where: \.isApproved)
    case .sessionsPlaced: share(of: see.all(Session.self)) { $0.place != nil }
    case .workshopsPlaced: events(.workshop, see)
    case .highLevelEventsPlaced: events(.highLevelEvent, see)
    case .protectionPlansDrilled: share(of: see.all(Target.self)) { isDrilled($0, see) }
    case .postsCovered: share(of: see.all(Post.self)) { $0.firstGap(see) == nil }
    case .delegationsLodged: share(of: see.all(Delegation.self).filter { $0.status == .confirmed }) { isLodged($0, see) }
    case .mediaItemsPublished: share(of: see.all(MediaItem.self)) { item in item.published.map { see.hasCome($0.instant) } ?? false }
    case .fallbacksDrilled: share(of: see.all(Asset.self).filter(\.isCritical)) { isDrilled($0, see) }
    case .delegationsConfirmed, .nationalDelegations, .organisations, .ledByMinisters, .delegates, .foreignDelegates, .journalists,
        .delegatesAndPress, .outlets, .nationalities, .workshops, .highLevelEvents, .booths, .registeredToSign, .signedInHall:
        whole(counted(quantity, see))
    }
}

private func whole(_ count: Int) -> (done: Int, total: Int) { (count, count) }

private func share<Record>(of records: [Record], where isDone: (Record) -> Bool) -> (done: Int, total: Int) {
    (records.count(where: isDone), records.count)
}

/// Active badges of those that the index counts, category by category: no badge and no application is looked at.
private func badges(in categories: [Category], of applications: Index<Application>, _ see: See) -> (done: Int, total: Int) {
    categories.reduce(into: (done: 0, total: 0)) { sum, category in
        sum.done += see.count(Badge.byActiveCategory, category.id)
        sum.total += see.count(applications, category.id)
    }
}

/// A row of the programme may stand for several events in parallel.
private func events(_ kind: Session.Sort, _ see: See) -> (done: Int, total: Int) {
    see.each(Session.byKind, kind).reduce(into: (done: 0, total: 0)) { sum, session in
        sum.done += session.place == nil ? 0 : session.events
        sum.total += session.events
    }
}

/// Of the parties that mean to sign, each needs full powers but the one whose signer signs by office; who is not named yet may.
private func fullPowers(_ see: See) -> (done: Int, total: Int) {
    let signers = see.all(Intention.self).filter { $0.intent == .willSign }.map { signer(of: $0, see) }
    let needing = signers.filter { !($0?.signsByOffice(see) ?? false) }
    return share(of: needing) { signer in signer.map { !$0.acceptedPowers(see).isEmpty } ?? false }
}

private func signer(of intention: Intention, _ see: See) -> Signer? {
    guard let person = intention.signer, let party = intention.party, let treaty = intention.treaty else { return nil }
    let opens = see.each(SigningWindow.byTreaty, treaty).map(\.opens).min()
    return Signer(person, for: party, of: treaty, on: opens?.day ?? see.today)
}

/// Signed is who has a signature; of those, and of all others who mean to sign the treaty.
private func signatures(_ see: See) -> (done: Int, total: Int) {
    let signed = Set(see.all(Treaty.self).flatMap { see.each(Signature.byTreaty, $0.id) }.compactMap(\.party))
    let meaning = see.all(Intention.self).filter { $0.intent == .willSign }.compactMap(\.party)
    return (signed.count, signed.union(meaning).count)
}

/// Whether the last version of the target's plan was drilled and passed.
private func isDrilled(_ target: Target, _ see: See) -> Bool {
    guard let plan = see.each(ProtectionPlan.byTarget, target.id).max(by: { $0.version < $1.version }) else { return false }
    return see.each(Drill.byPlan, plan.id).contains { $0.isPassed && $0.version == plan.version }
}

/// Whether a no-network mode of the critical function has passed its drill.
private func isDrilled(_ asset: Asset, _ see: See) -> Bool {
    see.each(Fallback.byAsset, asset.id).contains { mode in
        mode.result == .passed && (mode.drilled.map { see.hasCome($0.instant) } ?? false)
    }
}

/// Whether the delegation has a stay; that it covers every night is LOD-02.
private func isLodged(_ delegation: Delegation, _ see: See) -> Bool { see.count(Stay.byDelegation, delegation.id) > 0 }

extension Plan {
    fileprivate var isAlive: Bool { status != .superseded && status != .withdrawn }
}

extension Delegation {
    /// Whether it was invited and has not declined.
    fileprivate var isAwaited: Bool { status == .invited || status == .confirmed }
}
