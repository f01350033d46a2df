import Ledger
import Parties
package import Rulebook

/// A confirmed delegation is lodged on every night between its arrival and its departure.
///
/// The nights are those of the civil days on which it arrives and departs, on the clocks of the moments given. A stay at the
/// delegation's own arrangement counts once it is stated; one at a hotel counts once it names the hotel or a block. It does
/// not look at single guests, nor whether the rooms suffice for all.
///
/// Source: field practice of reception committees.
package let delegationsAreLodgedEveryNight = Rule("LOD-02", .fix, about: Delegation.self) { delegation, see in
    guard delegation.status == .confirmed, let arrives = delegation.arrives, let departs = delegation.departs else { return }
    let stays = see.each(Stay.byDelegation, delegation.id).filter { $0.person == nil && $0.isSomewhere }
    let nights = Nights(arrives.day, departs.day.adding(days: -1)).all
    let missing = nights.filter { night in !stays.contains { $0.nights.contains(night) } }
    guard let first = missing.first else { return }
    see.slip(
        on: delegation.reference,
        facts: [
            Fact("delegation", delegation.id), Fact("night", first), Fact("missing", missing.count), Fact("arrives", arrives),
            Fact("departs", departs),
        ],
        mend: stays.last.map { .edit($0.id, "last_night") } ?? .add(Stay.self))
}

extension Stay {
    fileprivate var isSomewhere: Bool { block != nil || hotel != nil || !ownArrangement.isEmpty }
}
