package import Rulebook
import Ledger
import Parties

/// An order of precedence is the one its rule gives; every departure from it has a reason and an approver.
///
/// The parties that an override names are taken out, and what remains must stand in the rule's order: by the English or the French
/// alphabet, or by the level of the head of delegation, then the day on which that office was taken, then the English alphabet. An
/// override that names a position must be carried out in the order. A delegation without a level stands last, an office without
/// a day after those with one.
///
/// Source: field practice (the English alphabet for seats and flags of the United Nations; rank and seniority for principals).
package let precedenceFollowsItsRule = Rule("PRO-05", .fix, about: Precedence.self, finds: Found.self) { precedence, see in
    let overrides = see.each(PrecedenceOverride.byPrecedence, precedence.id)
    for override in overrides { judge(override, in: precedence, see) }

    let moved = Set(overrides.compactMap(\.party))
    let standing = precedence.order.filter { !moved.contains($0) }.map { (party: $0, key: Standing($0, precedence.basis, see)) }
    for (before, next) in zip(standing, standing.dropFirst()) where next.key < before.key {
        see.slip(
            on: precedence.reference, Reference(next.party), Reference(before.party), variant: Found.order,
            facts: [
                Fact("precedence", precedence.id), Fact("party", next.party), Fact("before", before.party),
                Fact("basis", .word(precedence.basis.rawValue)),
            ],
            mend: .edit(precedence.id, "order"))
    }
}

private enum Found: String, SlipVariant {
    case order, override, position
}

private func judge(_ override: PrecedenceOverride, in precedence: Precedence, _ see: See) {
    guard let party = override.party else { return }
    let facts = [Fact("precedence", precedence.id), Fact("party", party)]
    if override.reason.isEmpty || override.approvedBy == nil || override.approvedOn == nil {
        see.slip(
            on: precedence.reference, override.reference, variant: Found.override, facts: facts,
            mend: .edit(override.id, override.reason.isEmpty ? "reason" : "approved_by"))
    }
    guard let position = override.position, !precedence.order.isEmpty else { return }
    guard !precedence.order.indices.contains(position - 1) || precedence.order[position - 1] != party else { return }
    see.slip(
        on: precedence.reference, override.reference, variant: Found.position, facts: facts + [Fact("position", position)],
        mend: .edit(precedence.id, "order"))
}

/// By what a party stands before or after another.
private struct Standing: Comparable {
    private let rank: Int
    private let taken: Day
    private let name: String

    init(_ id: ID<Party>, _ basis: Precedence.Basis, _ see: See) {
        let party = see[id]
        name = (basis == .frenchAlphabet ? party?.nameFrench : party?.nameEnglish)?.folded ?? ""
        let level = basis == .rank ? levelOfHead(of: id, see) : .other
        rank = level.rank
        taken = basis == .rank ? dayTaken(level, by: id, see) : .distantFuture
    }

    static func < (left: Standing, right: Standing) -> Bool {
        (left.rank, left.taken, left.name) < (right.rank, right.taken, right.name)
    }
}

private func levelOfHead(of party: ID<Party>, _ see: See) -> Level {
    let delegations = see.each(Delegation.byParty, party).filter { $0.status != .declined }
    return delegations.map(\.levelOfHead).min { $0.rank < $1.rank } ?? .other
}

private func dayTaken(_ level: Level, by party: ID<Party>, _ see: See) -> Day {
    let held = see.each(Office.byParty, party).filter { $0.level == level && $0.leftOn == nil }
    return held.compactMap(\.takenOn).min() ?? .distantFuture
}

extension Day {
    fileprivate static let distantFuture = Day(number: .max)
}
