package import Rulebook
import Ledger

/// Between two speakers for whom the lectern stands differently, the script has a cue of at least 20 seconds to adjust it.
///
/// Speakers follow one another by their order. The cue is of the kind `adjust_lectern` and names the appearance of the speaker
/// for whom the lectern is set. A speaker whose height of lectern nobody noted is passed over.
///
/// Source: S27 (White House 1991: the lectern left at the taller speaker's height, and the Queen behind the microphones).
package let lecternIsAdjustedBetweenSpeakers = Rule("PRG-10", .mind, about: Session.self) { session, see in
    let speakers = see.each(Appearance.bySession, session.id)
        .filter { $0.lectern != nil && $0.order != nil }
        .sorted { ($0.order ?? 0, $0.id) < ($1.order ?? 0, $1.id) }
    guard speakers.count > 1 else { return }
    let adjusting = see.each(Cue.bySession, session.id).filter { $0.kind == .adjustLectern }
    for (before, next) in zip(speakers, speakers.dropFirst()) where before.lectern != next.lectern {
        let seconds = adjusting.filter { $0.appearance == next.id }.compactMap(\.length).max() ?? 0
        guard seconds < secondsToAdjust else { continue }
        see.slip(
            on: session.reference, next.reference,
            facts: [
                Fact("session", session.id), Fact("before", before.who), Fact("next", next.who),
                Fact("before_cm", before.lectern ?? 0), Fact("next_cm", next.lectern ?? 0), Fact("seconds", seconds),
                Fact("needed", secondsToAdjust),
            ],
            mend: .add(Cue.self))
    }
}

private let secondsToAdjust = 20
