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
    case contract, floor, floorCrowded = "floor_crowded", holder, guest, block
}

/// The first night on which blocks take more rooms of a type than contracts give.
private func findShortage(
    of type: RoomType, in hotel: Hotel, _ blocks: [RoomBlock], _ contracts: [RoomContract], _ see: See
) {
    let wanted = blocks.map { ($0.nights, $0.rooms) } + contracts.map { ($0.nights, -$0.rooms) }
    guard let night = Nights.first(wanting: wanted) else { return }
    let taken = blocks.filter { $0.nights.contains(night) }
    let allotted = taken.reduce(0) { $0.plus($1.rooms) }
    let contracted = contracts.filter { $0.nights.contains(night) }.reduce(0) { $0.plus($1.rooms) }
    guard let last = taken.last else { return }
    see.slip(
        on: hotel.reference, last.reference, variant: Found.contract,
        facts: [
            Fact("hotel", hotel.id), Fact("room_type", .word(type.rawValue)), Fact("night", night), Fact("allotted", allotted),
            Fact("contracted", contracted), Fact("blocks", .records(taken.prefix(Crowd<RoomBlock>.mostNamed).map(\.reference))),
        ],
        mend: .edit(last.id, "rooms"))
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
    guard let night = Nights.first(wanting: stays.map { ($0.nights, $0.rooms) } + [(block.nights, -block.rooms)]) else { return }
    let used = stays.filter { $0.nights.contains(night) }.reduce(0) { $0.plus($1.rooms) }
    let held = block.nights.contains(night) ? block.rooms : 0
    see.slip(
        on: block.reference, variant: Found.block,
        facts: facts + [Fact("night", night), Fact("used", used), Fact("held", held)], mend: .edit(block.id, "rooms"))
}

private func findSharedFloors(_ blocks: [RoomBlock], _ see: See) {
    let clashes = Clashes<RoomBlock, Day>(
        from: { $0.firstNight }, until: { $0.lastNight.adding(days: 1) }, group: { AnyHashable([$0.delegation?.number, $0.body?.number]) },
        sparing: { !$0.nights.overlaps($1.nights) })
    for floor in Dictionary(grouping: blocks.filter { !$0.floor.isEmpty }, by: \.floor).values {
        for clash in clashes.among(floor) {
            switch clash {
            case .pair(let one, let later):
                let (block, other) = one.id < later.id ? (one, later) : (later, one)
                see.slip(
                    on: block.reference, other.reference, variant: Found.floor,
                    facts: [
                        Fact("block", block.id), Fact("other", other.id), Fact("hotel", block.hotel), Fact("floor", block.floor),
                        Fact("night", max(block.firstNight, other.firstNight)),
                    ],
                    mend: .edit(other.id, "floor"))
            case .crowd(let crowd):
                guard let first = crowd.members.first, let last = crowd.last else { continue }
                see.slip(
                    on: crowd.named, variant: Found.floorCrowded,
                    facts: crowd.facts + [Fact("hotel", first.hotel), Fact("floor", first.floor), Fact("night", first.firstNight)],
                    mend: .edit(last.id, "floor"))
            }
        }
    }
}
