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
package let incompatiblePartiesLodgeApart = Rule("LOD-03", .fix, about: RoomBlock.self) { block, see in
    guard !block.isReleased, !block.floor.isEmpty, let party = see[block.delegation]?.party else { return }
    for incompatibility in see.each(Incompatibility.byParty, party) {
        for other in blocks(of: incompatibility.first == party ? incompatibility.second : incompatibility.first, see)
        where other.id > block.id && other.sharesAFloor(with: block) {
            let night = max(block.firstNight, other.firstNight)
            guard night <= (incompatibility.until ?? night) else { continue }
            see.slip(
                on: block.reference, other.reference,
                facts: [Fact("block", block.id), Fact("other", other.id), Fact("hotel", block.hotel), Fact("night", night)],
                mend: .edit(other.id, "floor"))
        }
    }
}

private func blocks(of party: ID<Party>?, _ see: See) -> [RoomBlock] {
    guard let party else { return [] }
    return see.each(Delegation.byParty, party).flatMap { see.each(RoomBlock.byDelegation, $0.id) }
}

extension RoomBlock {
    fileprivate func sharesAFloor(with other: RoomBlock) -> Bool {
        hotel == other.hotel && floor == other.floor && nights.overlaps(other.nights)
    }
}
