import Engine
import Ledger
import Lodging
import Parties
import Protocol
package import Rulebook

/// Parties that are not seated side by side are not lodged side by side: no two of their blocks share a floor on the same night.
///
/// It looks at blocks that are held by delegations of the two, on a floor that is named, and not given back. An
/// incompatibility that has lapsed before the first common night binds nobody.
///
/// Source: field practice of protocol and close protection.
package let incompatiblePartiesLodgeApart = Rule("LOD-03", .fix, about: RoomBlock.self, finds: Found.self) { block, see in
    guard !block.isReleased, let party = see[block.delegation]?.party, firstBlock(of: party, see) == block.id else { return }
    for incompatibility in see.each(Incompatibility.byParty, party) {
        guard let other = incompatibility.first == party ? incompatibility.second : incompatibility.first, other != party,
            // Each two parties are compared once, from the first block of either.
            let theirs = firstBlock(of: other, see), block.id < theirs
        else { continue }
        compare(blocks(of: party, see), blocks(of: other, see), until: incompatibility.until, see)
    }
}

private enum Found: String, SlipVariant {
    /// Of two blocks: what is found there has no name of its own.
    case two = ""
    case many
}

private func firstBlock(of party: ID<Party>, _ see: See) -> ID<RoomBlock>? {
    see.each(Delegation.byParty, party).compactMap { see.first(RoomBlock.byDelegation, $0.id) }.min()
}

private func blocks(of party: ID<Party>, _ see: See) -> [RoomBlock] {
    see.each(Delegation.byParty, party).flatMap { see.each(RoomBlock.byDelegation, $0.id) }
}

private struct Floor: Hashable {
    let hotel: ID<Hotel>
    let floor: String
}

private func compare(_ ours: [RoomBlock], _ theirs: [RoomBlock], until end: Day?, _ see: See) {
    let own = Set(ours.map(\.id))
    let clashes = Clashes<RoomBlock, Day>(
        from: { $0.firstNight }, until: { $0.lastNight.adding(days: 1) }, group: { AnyHashable(own.contains($0.id)) },
        sparing: { earlier, later in
            let night = max(earlier.firstNight, later.firstNight)
            return !earlier.nights.overlaps(later.nights) || night > (end ?? night)
        })
    let floors = Dictionary(grouping: (ours + theirs).filter { !$0.floor.isEmpty }) { Floor(hotel: $0.hotel, floor: $0.floor) }
    for clash in floors.values.flatMap(clashes.among) {
        switch clash {
        case .pair(let one, let later):
            let (block, other) = one.id < later.id ? (one, later) : (later, one)
            see.slip(
                on: block.reference, other.reference, variant: Found.two,
                facts: [
                    Fact("block", block.id), Fact("other", other.id), Fact("hotel", block.hotel),
                    Fact("night", max(block.firstNight, other.firstNight)),
                ],
                mend: .edit(other.id, "floor"))
        case .crowd(let crowd):
            guard let first = crowd.members.first, let last = crowd.last else { continue }
            see.slip(
                on: crowd.named, variant: Found.many,
                facts: crowd.facts + [Fact("hotel", first.hotel), Fact("floor", first.floor), Fact("night", first.firstNight)],
                mend: .edit(last.id, "floor"))
        }
    }
}
