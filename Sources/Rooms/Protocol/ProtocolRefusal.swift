import Committee
import Ledger
import Rulebook

/// Why the acts of this room are refused.
package enum ProtocolRefusal: String, RefusalCode {
    case roomAlreadyOpen = "room_already_open"
    case roomWithoutMeeting = "room_without_meeting"
    case joinsNothing = "joins_nothing"
    case alreadyInProcession = "already_in_procession"
    case processionIsOver = "procession_is_over"
    case titleIsEmpty = "title_is_empty"
    case titleAlreadyAnnounced = "title_already_announced"
    case officerUnknown = "officer_unknown"
}

extension Doing {
    /// The officer who acts, for what somebody has to answer for.
    func answerable() throws(Refusal) -> ID<Officer> {
        guard let officer = officer(Officer.self) else {
            throw Refusal(ProtocolRefusal.officerUnknown, [Fact("actor", officerCode)])
        }
        return officer
    }
}
