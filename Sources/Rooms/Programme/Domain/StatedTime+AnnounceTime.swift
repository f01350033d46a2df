import Ledger
package import Rulebook

extension ActName {
    /// A session's time goes out in an invitation or an announcement.
    package static let announceTime = ActName("announce_time")
}

package let announcingTime = Act(
    .announceTime, makes: StatedTime.self, orChanges: true, from: [.record(Session.self) { time, session, _ in time.session = session.id }],
    asks: [.must(\.session), .must(\.medium), .may(\.party), .may(\.statedZone)], fills: [.field(\.sent)]
) { time, _ throws(Refusal) in
    if time.sent != nil { throw Refusal(ProgrammeRefusal.timeAlreadySent, [Fact("stated_time", time.id)]) }
} decide: { time, doing throws(Refusal) in
    if let session = time.session.flatMap({ doing.picture[$0] }) { state(session.starts, in: &time) }
    time.sent = time.sent ?? doing.moment
}

/// What is not written yet is written as the clocks of the stated zone show it, or else those of the session's own.
private func state(_ starts: Moment, in time: inout StatedTime) {
    guard time.stated.isEmpty else { return }
    if time.statedZone.isEmpty { time.statedZone = starts.zone }
    guard let zone = Zones.named(time.statedZone) else { return }
    time.stated = String(Moment(starts.instant, in: zone).description.prefix(16))
}
