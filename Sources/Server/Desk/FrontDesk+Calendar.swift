import Addresses
import Engine
import House
import Ledger
import Phrases
import ProgrammePages

/// The programme for calendar programs, which come again and again by themselves: with a token, as a password beside the account's name,
/// since that is what they can keep. A token never stands in an address.
extension FrontDesk {
    /// Nil for a visitor who has a session, or comes with a browser and can get one.
    func calendar(for visit: Visit, _ visitor: Visitor) async -> Answer? {
        guard visitor.session == nil, visit.bearer != nil || visit.origin == nil else { return nil }
        let view = await hall.now()
        guard let token = visit.bearer, let bearer = try? await credentials.bearer(of: token, now: realNow),
            visit.user == nil || visit.user == bearer.account,
            let program = Visitor(bearer.account, token: bearer.number, view, visitor.phrases, peer: visit.peer)
        else {
            var answer = Answer(.unauthorized, .words, bytes: Array(visitor.phrases("calendar.token").utf8))
            answer.asksForPassword = true
            return answer
        }
        return Answer(.fine, .calendar, bytes: ProgrammeCalendar(for: reader(program, view, at: .calendar)).bytes)
    }
}
