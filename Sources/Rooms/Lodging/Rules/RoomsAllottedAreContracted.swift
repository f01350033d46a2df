import Ledger
package import Rulebook

/// On every night the rooms allotted in a hotel are within its contracts, type by type, and every block has one holder.
///
/// Blocks count until they are given back; stays count against their block until they are cancelled. A block held by nobody,
/// or by a delegation and a body at once, has no single holder; nor has one from which another delegation's guests are
/// lodged, nor a floor kept for two holders on the same night. Rooms outside any block are the hotel's own affair.
///
/// Source: W06 (hotel double booking of the same room block).
package let roomsAllottedAreContracted = Rule("LOD-01", .fix, about: Hotel.self, finds: Found.self) { hotel, see in
    let blocks = see.each(RoomBlock.byHotel, hotel.id)
    let contracts = see.each(RoomContract.byHotel, hotel.id)
    for type in RoomType.allCases {
        findShortage(of: type, in: hotel, blocks.filter { $0.roomType == type }, contracts.filter { $0.roomType == type }, see)
    }
    findSharedFloors(blocks, see)
    for block in blocks { findFaults(of: block, see) }
}

private enum Found: String, SlipVariant {
    case contract, floor, holder, guest, block
}

/// The first night on which blocks take more rooms of a type than contracts give.
private func findShortage(
    of type: RoomType, in hotel: Hotel, _ blocks: [RoomBlock], _ contracts: [RoomContract], _ see: See
) {
    for night in Set(blocks.flatMap(\.nights.all)).sorted() {
        let taken = blocks.filter { $0.nights.contains(night) }
        let allotted = taken.reduce(0) { $0 + $1.rooms }
        let contracted = contracts.filter { $0.nights.contains(night) }.reduce(0) { $0 + $1.rooms }
        guard allotted > contracted, let last = taken.last else { continue }
        see.slip(
            on: hotel.reference, last.reference, variant: Found.contract,
            facts: [
                Fact("hotel", hotel.id), Fact("room_type", .word(type.rawValue)), Fact("night", night), Fact("allotted", allotted),
                Fact("contracted", contracted), Fact("blocks", .records(taken.map(\.reference))),
            ],
            mend: .edit(last.id, "rooms"))
        return
    }
}

private func findSharedFloors(_ blocks: [RoomBlock], _ see: See) {
    for (place, block) in blocks.enumerated() where !block.floor.isEmpty {
        for other in blocks[(place + 1)...] where other.floor == block.floor && other.nights.overlaps(block.nights) {
            guard other.delegation != block.delegation || other.body != block.body else { continue }
            see.slip(
                on: block.reference, other.reference, variant: Found.floor,
                facts: [
                    Fact("block", block.id), Fact("other", other.id), Fact("hotel", block.hotel), Fact("floor", block.floor),
                    Fact("night", max(block.firstNight, other.firstNight)),
                ],
                mend: .edit(other.id, "floor"))
        }
    }
}

private func findFaults(of block: RoomBlock, _ see: See) {
    let facts = [Fact("block", block.id), Fact("hotel", block.hotel)]
    if (block.delegation == nil) == (block.body == nil) {
        see.slip(on: block.reference, variant: Found.holder, facts: facts, mend: .edit(block.id, "delegation"))
    }
    let stays = see.each(Stay.byBlock, block.id)
    for stay in stays {
        guard let guest = stay.delegation, let holder = block.delegation, guest != holder else { continue }
        see.slip(
            on: block.reference, stay.reference, variant: Found.guest,
            facts: facts + [Fact("stay", stay.id), Fact("guest", guest), Fact("holder", holder)], mend: .edit(stay.id, "block"))
    }
    for night in Set(stays.flatMap(\.nights.all)).sorted() {
        let used = stays.filter { $0.nights.contains(night) }.reduce(0) { $0 + $1.rooms }
        let held = block.nights.contains(night) ? block.rooms : 0
        guard used > held else { continue }
        see.slip(
            on: block.reference, variant: Found.block,
            facts: facts + [Fact("night", night), Fact("used", used), Fact("held", held)], mend: .edit(block.id, "rooms"))
        return
    }
}
