package import Rulebook
import Ledger
import Venues

/// In every half-hour, no more people are registered for a zone than it safely holds.
///
/// Who may come in a half-hour is everybody registered in the categories whose access slots reach into it, each category
/// once; a slot with secondary cards admits as many as there are cards, and no more than are registered. The safe number is
/// the lowest of what was set for the zone, what its area holds and what its exits let out with the widest left out. A zone
/// without slots, or of which nothing is known, is not judged; the worst half-hour stands for all.
///
/// Source: S34 (COP15 in Copenhagen, 2009: 45,215 registered for 15,000 places, hours in the cold).
package let zonesHoldWhoMayCome = Rule("PTY-16", .stop, about: Zone.self, stops: [.nominate, .approve]) { zone, see in
    guard let safe = zone.safeCapacity else { return }
    let slots = see.each(AccessSlot.byZone, zone.id).sorted { $0.starts < $1.starts }
    let registered = registeredByCategory(slots, see)
    var worst: (open: [AccessSlot], people: Int) = ([], safe)
    for halfHour in Set(slots.map(\.firstHalfHour)).sorted() {
        let open = slots.filter { $0.isOpen(in: halfHour) }
        let people = crowd(of: open, registered)
        if people > worst.people { worst = (open, people) }
    }
    guard let last = worst.open.last else { return }
    see.slip(
        on: zone.reference,
        facts: [
            Fact("zone", zone.id), Fact("from", last.starts), Fact("people", worst.people), Fact("safe", safe),
            Fact("slots", .records(worst.open.map(\.reference))),
        ],
        mend: .edit(last.id, "cards"))
}

private func registeredByCategory(_ slots: [AccessSlot], _ see: See) -> [ID<Category>: Int] {
    Set(slots.flatMap(\.categories)).reduce(into: [:]) { counts, category in
        counts[category] = see.count(Application.byCategory, category)
        // An approval leaves that count as it is; read here, it asks again about the zone, and so is stopped too.
        _ = see.count(Application.byApprovedCategory, category)
    }
}

private func crowd(of slots: [AccessSlot], _ registered: [ID<Category>: Int]) -> Int {
    let free = Set(slots.filter { $0.cards == nil }.flatMap(\.categories))
    let withCards = slots.reduce(0) { sum, slot in
        guard let cards = slot.cards else { return sum }
        return sum + min(cards, slot.categories.filter { !free.contains($0) }.reduce(0) { $0 + (registered[$1] ?? 0) })
    }
    return withCards + free.reduce(0) { $0 + (registered[$1] ?? 0) }
}

extension AccessSlot {
    private static let halfHour: Int64 = 30 * 60 * 1000

    /// The half-hour of the clock in which the slot begins. The crowd is never greatest in another, since nobody joins there.
    fileprivate var firstHalfHour: Int64 { starts.instant.milliseconds / AccessSlot.halfHour }

    fileprivate func isOpen(in halfHour: Int64) -> Bool {
        firstHalfHour <= halfHour && halfHour * AccessSlot.halfHour < ends.instant.milliseconds
    }
}
