package import Rulebook
import Gates
import Ledger
import Venues

/// A zone declared secure has every opening locked with its alarm on, every key back, and a clear sweep newer than the last entry.
///
/// It holds from the declaration until somebody lifts it to let in the people who are awaited. A muted alarm is not on. A key that
/// is out or lost opens the zone as if a door stood open. The last sweep must have ended and been clear; anybody who came into the
/// zone after it, by whatever decision of the gate, calls for another.
///
/// It does not know of a person who came in by no gate: that is what locks and alarms are for.
///
/// Source: slips S41 (White House, 2014: doors unlocked, alarms off) and S59 (Wembley, 2012: keys lost during the search).
package let zonesDeclaredSecureAreSecure = Rule(
    "SEC-07", .stop, about: SecureDeclaration.self, stops: [.declareSecure], finds: Found.self
) { declaration, see in
    guard declaration.liftedAt == nil, let zone = declaration.zone else { return }
    reportOpenings(declaration, zone, see)
    reportKeys(declaration, zone, see)
    reportSweep(declaration, zone, see)
}

private enum Found: String, SlipVariant {
    case unlocked, alarm, key, sweep, entry
}

private func reportOpenings(_ declaration: SecureDeclaration, _ zone: ID<Zone>, _ see: See) {
    for opening in see.each(Opening.byZone, zone) {
        let facts = [Fact("zone", zone), Fact("opening", opening.id)]
        if opening.lock != .locked {
            see.slip(on: declaration.reference, opening.reference, variant: Found.unlocked, facts: facts, mend: .edit(opening.id, "lock"))
        }
        if opening.alarm != .on {
            see.slip(on: declaration.reference, opening.reference, variant: Found.alarm, facts: facts, mend: .edit(opening.id, "alarm"))
        }
    }
}

private func reportKeys(_ declaration: SecureDeclaration, _ zone: ID<Zone>, _ see: See) {
    for key in see.each(Key.byZone, zone) where !key.isBack {
        see.slip(
            on: declaration.reference, key.reference, variant: Found.key, facts: [Fact("zone", zone), Fact("key", key.id)],
            mend: .edit(key.id, "returned_at"))
    }
}

private func reportSweep(_ declaration: SecureDeclaration, _ zone: ID<Zone>, _ see: See) {
    let last = see.each(Sweep.byZone, zone).max { $0.started < $1.started }
    guard let last, last.isClear, let ended = last.ended else {
        see.slip(on: declaration.reference, variant: Found.sweep, facts: [Fact("zone", zone)], mend: .add(Sweep.self))
        return
    }
    guard let entry = lastEntry(into: zone, since: ended, see) else { return }
    see.slip(
        on: declaration.reference, entry.reference, variant: Found.entry,
        facts: [Fact("zone", zone), Fact("swept", ended), Fact("entered", entry.at)], mend: .add(Sweep.self))
}

/// The last passage into the zone after the sweep's end, looked for from today backwards.
private func lastEntry(into zone: ID<Zone>, since swept: Moment, _ see: See) -> Passage? {
    var day = see.today
    while day >= swept.day {
        let entries = see.each(Passage.byEntered, ZoneDay(zone, day)).filter { $0.at > swept }
        if let last = entries.max(by: { $0.at < $1.at }) { return last }
        day = day.adding(days: -1)
    }
    return nil
}
