import Committee
import Ledger
import Rulebook

/// Why the acts of this room are refused.
package enum ProgrammeRefusal: String, RefusalCode {
    case poolAlreadyInside = "pool_already_inside"
    case phaseHasNoPool = "phase_has_no_pool"
    case phaseOfNothing = "phase_of_nothing"
    case phaseAlreadyOpen = "phase_already_open"
    case timeAlreadySent = "time_already_sent"
    case cueAlreadyCalled = "cue_already_called"
    case nothingToPrint = "nothing_to_print"
    case alreadyPrinted = "already_printed"
    case programmeAlreadyReleased = "programme_already_released"
    case releaseWithoutSessions = "release_without_sessions"
    case releaseOfNothing = "release_of_nothing"
    case sessionAlreadyInRelease = "session_already_in_release"
    case officerUnknown = "officer_unknown"
}

extension Doing {
    /// The officer who acts, for what somebody has to answer for.
    func answerable() throws(Refusal) -> ID<Officer> {
        guard let officer = officer(Officer.self) else {
            throw Refusal(ProgrammeRefusal.officerUnknown, [Fact("actor", officerCode)])
        }
        return officer
    }
}
