package import Rulebook
import Ledger

extension ActName {
    /// A room is opened to its guests, who take their seats.
    package static let openRoom = ActName("open_room")
    /// A principal takes a place in a procession.
    package static let joinProcession = ActName("join_procession")
    /// A title is read aloud, printed or shown.
    package static let announceTitle = ActName("announce_title")
}

/// The acts in the world of this room.
package let protocolActs: [Act] = [
    Act(.announceTitle, writes: TitleUse.self) { before, after, _ in
        if after.announced == nil { return Refusal("announcing_time_unknown") }
        if after.title.isEmpty { return Refusal("title_is_empty") }
        if before?.announced != nil { return Refusal("title_already_announced", [Fact("title_use", after.id)]) }
        return nil
    },
    Act(.joinProcession, writes: ProcessionEntry.self) { before, after, picture in
        guard let joined = after.joined, let procession = after.procession.flatMap({ picture[$0] }) else {
            return Refusal("joins_nothing")
        }
        if before?.joined != nil { return Refusal("already_in_procession", [Fact("entry", after.id)]) }
        if let ended = procession.ended, ended.instant <= joined.instant {
            return Refusal("procession_is_over", [Fact("procession", procession.id), Fact("ended", ended)])
        }
        return nil
    },
    Act(.openRoom, writes: SeatPlan.self) { before, after, _ in
        if after.opened == nil || after.openedBy == nil { return Refusal("opened_by_nobody") }
        if after.session == nil && after.bilateral == nil { return Refusal("room_without_meeting") }
        if before?.opened != nil { return Refusal("room_already_open", [Fact("plan", after.id)]) }
        return nil
    },
]
