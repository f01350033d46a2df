import Ledger
import Programme
package import Rulebook

extension ActName {
    /// A principal takes a place in a procession.
    package static let joinProcession = ActName("join_procession")
}

package let joiningProcession = Act(
    .joinProcession, makes: ProcessionEntry.self, orChanges: true,
    from: [.record(Procession.self) { entry, procession, _ in entry.procession = procession.id }, .record(Appearance.self, beginEntry)],
    asks: [.must(\.procession), .may(\.party), .may(\.office), .may(\.holder)], fills: [.field(\.joined)], takenBackWithin: 5
) { entry, _ throws(Refusal) in
    if entry.joined != nil { throw Refusal(ProtocolRefusal.alreadyInProcession, [Fact("entry", entry.id)]) }
} decide: { entry, doing throws(Refusal) in
    guard let procession = entry.procession.flatMap({ doing.picture[$0] }) else { throw Refusal(ProtocolRefusal.joinsNothing) }
    let joined = entry.joined ?? doing.moment
    if let ended = procession.ended, ended.instant <= joined.instant {
        throw Refusal(ProtocolRefusal.processionIsOver, [Fact("procession", procession.id), Fact("ended", ended)])
    }
    entry.joined = joined
    guard entry.order == 0 else { return }
    let others = doing.picture.each(ProcessionEntry.byProcession, procession.id).filter { $0.id != entry.id }
    entry.order = (others.map(\.order).max() ?? 0) + 1
}

/// Whoever has a part in a session joins the procession that is next or under way there.
private func beginEntry(_ entry: inout ProcessionEntry, as appearance: Appearance, _ picture: Picture) {
    entry.party = appearance.party
    entry.office = appearance.office
    entry.holder = appearance.holder
    let processions = appearance.session.map { picture.each(Procession.bySession, $0) } ?? []
    entry.procession = processions.filter { $0.ended == nil }.min { $0.starts < $1.starts }?.id
}
