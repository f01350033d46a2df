package import Rulebook
import Ledger
import Venues

/// There are no more side events than rooms in their slots, all slots together and each for itself.
///
/// A room that another event of the programme uses in a slot's time is not counted; a high-level event that still looks for its
/// room takes one of the slot's. A row that only announces others (`part_of` names it) is not counted, and one that stands
/// for several counts as many. Nothing is said before a slot with rooms exists.
///
/// Source: W07 (Ha Noi 2025: 38 workshops were announced for three slots of ten to twelve rooms, 36 places at most).
package let sideEventsFitTheirSlots = Rule("PRG-04", .fix, finds: Found.self) { see in
    let slots = see.all(SideEventSlot.self).filter { !$0.rooms.isEmpty }
    guard !slots.isEmpty else { return }
    let sideEvents = rows(of: .workshop, see)
    let taken = slots.map { roomsTaken(in: $0, see) }
    for (slot, taken) in zip(slots, taken) { judge(slot, sideEvents, taken, see) }

    let rooms = slots.reduce(0) { $0 + $1.rooms.count }
    let places = rooms - taken.reduce(0, +)
    let count = sideEvents.reduce(0) { $0 + $1.events }
    guard count > places else { return }
    see.slip(
        variant: Found.allSlots,
        facts: [
            Fact("side_events", count), Fact("slots", slots.count), Fact("rooms", rooms), Fact("taken", rooms - places),
            Fact("places", places),
        ],
        mend: .add(SideEventSlot.self))
}

private enum Found: String, SlipVariant {
    /// Of all slots together: what is found there has no name of its own.
    case allSlots = ""
    case slot
}

private func judge(_ slot: SideEventSlot, _ sideEvents: [Session], _ taken: Int, _ see: See) {
    let count = sideEvents.filter { $0.sideEventSlot == slot.id }.reduce(0) { $0 + $1.events }
    guard count > slot.rooms.count - taken else { return }
    see.slip(
        on: slot.reference, variant: Found.slot,
        facts: [
            Fact("slot", slot.id), Fact("side_events", count), Fact("rooms", slot.rooms.count), Fact("taken", taken),
            Fact("places", slot.rooms.count - taken),
        ],
        mend: .edit(slot.id, "rooms"))
}

/// The sessions of a kind, without the rows that only announce others of them.
private func rows(of kind: Session.Sort, _ see: See) -> [Session] {
    let sessions = see.each(Session.byKind, kind)
    let announcing = Set(sessions.compactMap(\.partOf))
    return sessions.filter { !announcing.contains($0.id) }
}

/// How many of a slot's rooms go to something else than side events.
private func roomsTaken(in slot: SideEventSlot, _ see: See) -> Int {
    let used = slot.rooms.filter { room in
        see.each(Session.byPlace, room).contains { $0.kind != .workshop && isHeld($0, during: slot) }
    }
    let looking = rows(of: .highLevelEvent, see).filter { $0.place == nil && isHeld($0, during: slot) }
    return min(used.count + looking.reduce(0) { $0 + $1.events }, slot.rooms.count)
}

private func isHeld(_ session: Session, during slot: SideEventSlot) -> Bool {
    session.starts.instant < slot.ends.instant && slot.starts.instant < session.ends.instant
}
