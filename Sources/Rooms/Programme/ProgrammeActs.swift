package import Rulebook
import Ledger

extension ActName {
    /// An issue of the programme goes out.
    package static let releaseProgramme = ActName("release_programme")
    /// One session is released in an issue of the programme.
    package static let releaseSession = ActName("release_session")
    /// A session's time goes out in an invitation or an announcement.
    package static let announceTime = ActName("announce_time")
    /// A text goes to the printer, the engraver or the screen.
    package static let printText = ActName("print_text")
    /// A private, pool or public phase begins.
    package static let openPhase = ActName("open_phase")
    /// The door is opened to the press pool.
    package static let admitPool = ActName("admit_pool")
    /// A cue of the script is called.
    package static let callCue = ActName("call_cue")
}

/// The acts in the world of this room.
package let programmeActs: [Act] = [
    Act(.admitPool, writes: Phase.self) { before, after, _ in
        if after.poolEntered == nil { return Refusal("pool_time_unknown") }
        if before?.poolEntered != nil { return Refusal("pool_already_inside", [Fact("phase", after.id)]) }
        if after.publicity == .private { return Refusal("phase_has_no_pool", [Fact("phase", after.id)]) }
        return nil
    },
    Act(.announceTime, writes: StatedTime.self) { before, after, _ in
        if after.sent == nil { return Refusal("sending_time_unknown") }
        if before?.sent != nil { return Refusal("time_already_sent", [Fact("stated_time", after.id)]) }
        return nil
    },
    Act(.callCue, writes: Cue.self) { before, after, _ in
        if after.called == nil || after.calledBy == nil { return Refusal("cue_called_by_nobody") }
        if before?.called != nil { return Refusal("cue_already_called", [Fact("cue", after.id)]) }
        return nil
    },
    Act(.openPhase, writes: Phase.self) { before, after, _ in
        if after.opened == nil { return Refusal("opening_time_unknown") }
        if after.session == nil && after.bilateral == nil { return Refusal("phase_of_nothing") }
        if before?.opened != nil { return Refusal("phase_already_open", [Fact("phase", after.id)]) }
        return nil
    },
    Act(.printText, writes: PrintedText.self) { before, after, _ in
        if after.printed == nil { return Refusal("printing_time_unknown") }
        if after.text.isEmpty || after.language.isEmpty { return Refusal("nothing_to_print") }
        if before?.printed != nil && before?.text == after.text { return Refusal("already_printed", [Fact("text", after.id)]) }
        return nil
    },
    Act(.releaseProgramme, writes: ProgrammeRelease.self) { before, after, picture in
        if after.released == nil || after.releasedBy == nil { return Refusal("released_by_nobody") }
        if before?.released != nil { return Refusal("programme_already_released", [Fact("release", after.id)]) }
        if picture.each(ReleasedSession.byRelease, after.id).isEmpty { return Refusal("release_without_sessions") }
        return nil
    },
    Act(.releaseSession, writes: ReleasedSession.self) { _, after, picture in
        guard let session = after.session, let release = after.release else { return Refusal("release_of_nothing") }
        let again = picture.each(ReleasedSession.byRelease, release).contains { $0.session == session && $0.id != after.id }
        return again ? Refusal("session_already_in_release", [Fact("session", session), Fact("release", release)]) : nil
    },
]
