import Addresses
import Engine
import Furniture
import Ledger
import Phrases

/// Pages for programs, such as calendars, which come again and again by themselves: with a token, as a password beside the account's name,
/// since that is what they can keep. A token never stands in an address.
extension FrontDesk {
    /// Nil for a visitor who has a session, or comes with a browser and can get one, and for a page that is not for programs.
    func program(_ visit: Visit, at page: PageAddress, _ visitor: Visitor) async -> Answer? {
        guard visitor.session == nil, visit.bearer != nil || visit.origin == nil, let mount = pages[page.word], mount.isForPrograms
        else { return nil }
        let view = await served.now()
        guard let token = visit.bearer, let bearer = try? await credentials.bearer(of: token, now: realNow),
            visit.user == nil || visit.user == bearer.account,
            let program = Visitor(bearer.account, token: bearer.number, house, view, visitor.phrases, peer: visit.peer)
        else {
            var answer = Answer(.unauthorized, .words, bytes: Array(visitor.phrases("calendar.token").utf8))
            answer.asksForPassword = true
            return answer
        }
        let reader = reader(program, view, at: .page(page))
        return mount.result(at: page, for: reader).map { answer($0, for: reader) } ?? Answer(.notFound)
    }
}
