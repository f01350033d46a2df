package import Rulebook
import Ledger
import Parties
import Programme
import Protocol

/// Place in the queue, line, seat and flag at the signing table come from a party's confirmed mandate for that very treaty.
///
/// Where several instruments are open together, a mandate for one says nothing of another. What stands on the table for a party
/// without a confirmed intention is found at once, and so is a signature; a confirmed signer without a place in a queue that is
/// drawn up is found until the queue freezes, and one without a seat once the session's seat plan is approved. Counts are never
/// typed: they are computed from these records, and announced ones are compared in SGN-13. Lines of confirmed signers are SGN-06.
///
/// Source: slip S09 (African Continental Free Trade Area, Kigali, 2018).
package let placesComeFromMandates = Rule("SGN-09", .fix, about: Party.self, finds: Found.self) { party, see in
    let intentions = see.each(Intention.byParty, party.id).filter { $0.intent == .willSign }
    let mandates = Set(intentions.filter(\.isConfirmed).compactMap(\.treaty))
    let slots = see.each(SigningSlot.byParty, party.id)
    for (subject, treaty, variant) in placesTaken(by: party, slots, see) where !mandates.contains(treaty) {
        see.slip(
            on: subject, party.reference, variant: variant, facts: [Fact("party", party.id), Fact("treaty", treaty)],
            mend: .add(Intention.self))
    }
    for (first, second) in doubles(intentions, by: \.treaty) {
        see.slip(
            on: first.reference, second.reference, variant: Found.intentionTwice,
            facts: [Fact("party", party.id), Fact("treaty", of: second.treaty)], mend: .remove(second.reference))
    }
    for (first, second) in doubles(slots, by: \.table) {
        see.slip(
            on: first.reference, second.reference, variant: Found.slotTwice,
            facts: [Fact("party", party.id), Fact("table", of: second.table)], mend: .remove(second.reference))
    }
    for intention in intentions where intention.isConfirmed { judgeMissing(intention, of: party, slots, see) }
}

private enum Found: String, SlipVariant {
    case slot, line, signature, seat, flag
    case intentionTwice = "intention_twice", slotTwice = "slot_twice"
    case noSlot = "no_slot", noSeat = "no_seat"
}

/// What stands on a signing table for a party, with the treaty it stands there for.
private func placesTaken(by party: Party, _ slots: [SigningSlot], _ see: See) -> [(Reference, ID<Treaty>, Found)] {
    guard [.memberState, .observerState, .otherState, .reio].contains(party.kind) else { return [] }
    var taken: [(Reference, ID<Treaty>?, Found)] = []
    taken += slots.map { ($0.reference, see[$0.table]?.treaty, Found.slot) }
    taken += see.each(Line.byParty, party.id).map { ($0.reference, see[$0.copy]?.treaty, Found.line) }
    taken += see.each(Signature.byParty, party.id).map { ($0.reference, $0.treaty, Found.signature) }
    for seat in see.each(Seat.byParty, party.id) {
        taken += treaties(signedAt: seat, see).map { (seat.reference, $0, Found.seat) }
    }
    for flag in see.each(Symbol.byParty, party.id) where flag.kind == .flag {
        for seat in see.each(Seat.bySymbol, flag.id) where seat.flag == flag.id && seat.party != party.id {
            taken += treaties(signedAt: seat, see).map { (seat.reference, $0, Found.flag) }
        }
    }
    return taken.compactMap { subject, treaty, variant in treaty.map { (subject, $0, variant) } }
}

/// The treaties that are signed at the table at which the seat stands.
private func treaties(signedAt seat: Seat, _ see: See) -> [ID<Treaty>] {
    guard let plan = see[seat.plan], plan.kind == .table, let session = plan.session else { return [] }
    return see.each(SigningTable.bySession, session).compactMap(\.treaty)
}

private func judgeMissing(_ intention: Intention, of party: Party, _ slots: [SigningSlot], _ see: See) {
    guard let treaty = intention.treaty, !see.each(Signature.byParty, party.id).contains(where: { $0.treaty == treaty }) else { return }
    let tables = see.each(SigningTable.byTreaty, treaty)
    let facts = [Fact("party", party.id), Fact("treaty", treaty)]
    let isQueued = tables.contains { table in slots.contains { $0.table == table.id } }
    if !isQueued, tables.contains(where: { isQueueing($0, see) }) {
        see.slip(on: intention.reference, party.reference, variant: Found.noSlot, facts: facts, mend: .add(SigningSlot.self))
    }
    for table in tables where slots.contains(where: { $0.table == table.id }) && lacksSeat(party, at: table, see) {
        see.slip(
            on: intention.reference, table.reference, party.reference, variant: Found.noSeat, facts: facts, mend: .add(Seat.self))
    }
}

/// Whether a queue is drawn up and not frozen yet.
private func isQueueing(_ table: SigningTable, _ see: See) -> Bool {
    guard see.count(SigningSlot.byTable, table.id) > 0, let closes = table.queueFreezes ?? see[table.session]?.starts else { return false }
    return !see.hasCome(closes.instant)
}

/// Whether the session's seat plans are approved and none of them seats the party.
private func lacksSeat(_ party: Party, at table: SigningTable, _ see: See) -> Bool {
    guard let session = table.session else { return false }
    let approved = see.each(SeatPlan.bySession, session).filter { $0.status == .approved && ($0.kind == .hall || $0.kind == .table) }
    guard !approved.isEmpty else { return false }
    return !see.each(Seat.byParty, party.id).contains { seat in approved.contains { $0.id == seat.plan } }
}

/// Each record that stands for the same as an earlier one, with the one before it: whatever else was written between them.
private func doubles<Record, Key: Hashable>(_ records: [Record], by key: (Record) -> Key) -> [(Record, Record)] {
    var latest: [Key: Record] = [:]
    return records.compactMap { record in
        defer { latest[key(record)] = record }
        return latest[key(record)].map { ($0, record) }
    }
}
