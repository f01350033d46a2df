package import Rulebook
import Committee
import Ledger

/// Each cue has a caller on duty, a trigger and a fallback, and sound after a speech is called by a person.
///
/// On duty is an officer whose role is valid that day and whose duty at the script covers the whole of the cue; duties are asked
/// for from three days before the session. Sound that follows a speech, applause and light aside, is never started by the
/// clock or by the end of another cue: the speaker may still be speaking. Cues already called are history and not judged.
///
/// Source: S24 (State banquet, Buckingham Palace 2011: the anthem began in the middle of the toast).
package let everyCueIsOwnedAndCovered = Rule("PRG-09", .fix, about: Cue.self, finds: Found.self) { cue, see in
    guard cue.called == nil, let session = see[cue.session] else { return }
    let facts = [Fact("cue", cue.id), Fact("session", session.id)]
    if let caller = see[cue.caller] {
        findAbsence(of: caller, at: cue, of: session, see)
    } else {
        see.slip(on: cue.reference, variant: Found.caller, facts: facts, mend: .edit(cue.id, "caller"))
    }
    if cue.trigger == .unset {
        see.slip(on: cue.reference, variant: Found.trigger, facts: facts, mend: .edit(cue.id, "trigger"))
    }
    if cue.fallback.isEmpty {
        see.slip(on: cue.reference, variant: Found.fallback, facts: facts, mend: .edit(cue.id, "fallback"))
    }
    if cue.isAudible, cue.runsByItself, let speech = cueHeard(before: cue, see), speech.kind == .speech {
        see.slip(
            on: cue.reference, variant: Found.clock, facts: facts + [Fact("speech", speech.id)], mend: .edit(cue.id, "trigger"))
    }
}

private enum Found: String, SlipVariant {
    case caller, trigger, fallback, clock, duty
}

private func findAbsence(of caller: Officer, at cue: Cue, of session: Session, _ see: See) {
    let starts = session.starts.instant.adding(seconds: cue.offset ?? 0)
    guard see.hasCome(starts.adding(minutes: -3 * 24 * 60)) else { return }
    let ends = starts.adding(seconds: cue.length ?? 0)
    let isThere = see.each(ScriptDuty.byOfficer, caller.id).contains { $0.starts.instant <= starts && ends <= $0.ends.instant }
    guard !isThere || !caller.isValid(on: session.starts.day) else { return }
    see.slip(
        on: cue.reference, variant: Found.duty,
        facts: [Fact("cue", cue.id), Fact("session", session.id), Fact("caller", caller.id)], mend: .add(ScriptDuty.self))
}

/// The cue before in the session's script, applause and light aside.
private func cueHeard(before cue: Cue, _ see: See) -> Cue? {
    guard let session = cue.session else { return nil }
    let earlier = see.each(Cue.bySession, session).filter { $0.order < cue.order && $0.kind != .applause && $0.kind != .light }
    return earlier.max { $0.order < $1.order }
}
