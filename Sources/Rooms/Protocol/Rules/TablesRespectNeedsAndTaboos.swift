package import Rulebook
import Ledger
import Parties
import Programme

/// Nothing is served, given or shown at a table that one of its guests must not have.
///
/// An item and a need meet where the session is the same, or the need holds everywhere; where the tables do not differ; and, for a
/// need of a party, where the item is for that party or the party sits at the item's table. What the guest's mission has seen or
/// a named authority has decided stands. Tags are compared as folded words; what an item is not tagged with is not found.
///
/// Source: S28 (Paris 2016: a lunch cancelled over wine and halal), S29 (Jerusalem 2018: dessert in a shoe).
package let tablesRespectNeedsAndTaboos = Rule("PRO-08", .fix, about: TableItem.self) { item, see in
    guard let session = item.session, !item.isPassed, !item.tags.isEmpty else { return }
    let parties = item.party.map { [$0] } ?? partiesSeated(at: item.table, in: session, see)
    let tags = Set(item.tags.map(\.folded))
    for need in needs(in: session, of: parties, see) where meets(need, item, parties) {
        let hit = need.avoid.filter { tags.contains($0.folded) }
        guard !hit.isEmpty else { continue }
        see.slip(
            on: item.reference, need.reference,
            facts: [
                Fact("item", item.id), Fact("session", session), Fact("tags", hit.joined(separator: ", ")),
                Fact("need", need.id), Fact("kind", .word(need.kind.rawValue)),
            ],
            mend: .edit(item.id, "reviewed_by_mission_on"))
    }
}

private func needs(in session: ID<Session>, of parties: [ID<Party>], _ see: See) -> [TableNeed] {
    let everywhere = parties.flatMap { see.each(TableNeed.byParty, $0) }.filter { $0.session == nil }
    return see.each(TableNeed.bySession, session) + everywhere
}

private func meets(_ need: TableNeed, _ item: TableItem, _ parties: [ID<Party>]) -> Bool {
    let isSameTable = need.table.isEmpty || item.table.isEmpty || need.table == item.table
    guard isSameTable, let party = need.party else { return isSameTable }
    // A need for one table names its party only to say whose it is: the table decides.
    return parties.contains(party) || (!need.table.isEmpty && item.party == nil)
}

/// The parties with a seat at a table of the session, or at any of its tables.
private func partiesSeated(at table: String, in session: ID<Session>, _ see: See) -> [ID<Party>] {
    let seats = see.each(SeatPlan.bySession, session).flatMap { see.each(Seat.byPlan, $0.id) }
    let there = seats.filter { table.isEmpty || $0.table == table }
    return Set(there.compactMap { $0.party ?? see[$0.office]?.party }).sorted()
}
