package import Rulebook
import Ledger

/// Each principal has an evacuation option with a seat for everybody who goes along, and it was rehearsed.
///
/// The seats of an option carry all the principals who count on it and the least staff that must go with them, so one helicopter is
/// not promised to everybody. An option is due seven days before the principal comes, its rehearsal the day before. One good option
/// is enough; others may be half-prepared.
///
/// Source: slip S49 (ASEAN summit, Pattaya, 2009: leaders lifted out by helicopter); the days are an assumption of this house.
package let principalsHaveAWayOut = Rule("SEC-09", .fix, about: Protectee.self, finds: Found.self) { protectee, see in
    func isDue(daysBefore days: Int) -> Bool { see.hasCome(protectee.from.instant.adding(minutes: -days * 24 * 60)) }
    guard isDue(daysBefore: 7) else { return }
    let options = see.each(EvacuationOption.byProtectee, protectee.id)
    guard let roomiest = options.max(by: { $0.spareSeats < $1.spareSeats }) else {
        see.slip(
            on: protectee.reference, variant: Found.missing, facts: [Fact("protectee", protectee.id), Fact("from", protectee.from)],
            mend: .add(EvacuationOption.self))
        return
    }
    guard roomiest.spareSeats >= 0 else {
        see.slip(
            on: protectee.reference, roomiest.reference, variant: Found.seats,
            facts: [
                Fact("protectee", protectee.id), Fact("option", roomiest.id), Fact("seats", roomiest.seats),
                Fact("needed", roomiest.seats - roomiest.spareSeats),
            ],
            mend: .edit(roomiest.id, "seats"))
        return
    }
    guard isDue(daysBefore: 1), !options.contains(where: { $0.spareSeats >= 0 && $0.rehearsedOn != nil }) else { return }
    see.slip(
        on: protectee.reference, roomiest.reference, variant: Found.unrehearsed,
        facts: [Fact("protectee", protectee.id), Fact("option", roomiest.id)], mend: .edit(roomiest.id, "rehearsed_on"))
}

private enum Found: String, SlipVariant {
    case missing, seats, unrehearsed
}
