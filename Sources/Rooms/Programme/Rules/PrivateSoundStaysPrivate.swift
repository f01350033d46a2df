package import Rulebook
import Ledger
import Venues

/// The microphones of a private phase reach no receiver that is out, and the pool enters only after mute is confirmed.
///
/// Judged are private and pool phases: a pool takes pictures and hears nothing. A microphone counts that stands in the room of the
/// session or meeting and is routed during the phase; a receiver is out from its issue until it is taken back, and without
/// a time for that it stays out. Mute is confirmed by an officer, at the latest when the door opens.
///
/// Source: S62 (G20, Cannes 2011: receivers handed out early let the press hear two presidents), S63 (Seoul 2012).
package let privateSoundStaysPrivate = Rule(
    "PRG-14", .stop, about: Phase.self, stops: [.openPhase, .admitPool], finds: Found.self
) { phase, see in
    guard phase.publicity != .public else { return }
    findReceivers(in: phase, see)
    guard let entered = phase.poolEntered, !isMute(phase, at: entered) else { return }
    see.slip(
        on: phase.reference, variant: Found.mute,
        facts: [Fact("phase", phase.id), Fact("entered", entered)], mend: .edit(phase.id, "mute_confirmed"))
}

private enum Found: String, SlipVariant {
    case mute, receivers
}

private func findReceivers(in phase: Phase, _ see: See) {
    guard let place = see[phase.session]?.place ?? see[phase.bilateral]?.place else { return }
    for microphone in see.each(Microphone.byPlace, place) {
        guard isDuring(phase, from: microphone.routedFrom, until: microphone.routedUntil) else { continue }
        for channel in microphone.channels.compactMap({ see[$0] }) {
            guard let receivers = channel.receiversIssued, receivers > 0,
                isDuring(phase, from: channel.issuedFrom, until: channel.issuedUntil)
            else { continue }
            see.slip(
                on: phase.reference, microphone.reference, channel.reference, variant: Found.receivers,
                facts: [
                    Fact("phase", phase.id), Fact("microphone", microphone.id), Fact("channel", channel.id),
                    Fact("place", place), Fact("receivers", receivers),
                ],
                mend: .edit(microphone.id, "channels"))
        }
    }
}

private func isMute(_ phase: Phase, at entered: Moment) -> Bool {
    guard let confirmed = phase.muteConfirmed, phase.muteConfirmedBy != nil else { return false }
    return confirmed.instant <= entered.instant
}

/// Whether something that lasts from one time until another, both open where unknown, goes on in the phase.
private func isDuring(_ phase: Phase, from: Moment?, until: Moment?) -> Bool {
    (from?.instant ?? .distantPast) < phase.ends.instant && phase.starts.instant < (until?.instant ?? .distantFuture)
}
