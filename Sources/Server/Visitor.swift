import Engine
import Ledger
import Mounting
import Phrases

/// Who visits, as far as they have proved it, and what they may do at this moment of the ceremony.
struct Visitor: Sendable {
    let token: String?
    let session: Sessions.Session?
    let rights: Rights
    /// What stands in the frame.
    let name: String
    /// Whose name stands in the journal under what they write: their officer's, whose authority it is, or the account's.
    let actor: String
    /// The code of their account; nil for who opened the house.
    let account: String?
    /// By what their session or their token is known in the journal.
    let way: Authority.Way
    let phrases: Phrases
    let peer: String
    /// The ceremony by which their rights were told; nil where they have none.
    let view: ServedCeremony.View?

    /// In whose power they ask the house for something, by real time.
    func authority(at now: Instant) -> Authority {
        Authority(
            officer: actor, account: account, way: way, isProved: session.map { !$0.isStale(at: now) } ?? false,
            letInBy: session?.letInBy ?? [], opening: rights)
    }

    /// Whose requests they are, for what is bounded by account.
    var holder: String { account ?? actor }

    var isSignedIn: Bool { session != nil }

    /// The accounts that may be in this visitor's hands: their own, and those by whose codes they came in.
    var hands: [String] { [account].compactMap { $0 } + (session?.letInBy ?? []) }

    /// Somebody with a session; nil where the session's account may not sign in any more.
    init?(_ session: Sessions.Session, token: String, _ house: MountedHouse, _ view: ServedCeremony.View, _ phrases: Phrases, peer: String)
    {
        self.view = view
        self.token = token
        self.session = session
        self.phrases = phrases
        self.peer = peer
        switch session.holder {
        case .opener(let name, let rights):
            (self.name, self.rights, actor, account, way) = (name, rights, "OPENER", nil, .opener)
        case .account(let code):
            way = .session(session.name)
            guard let rights = house.rights(of: code, in: view.picture, at: view.now),
                let account = house.accounts.account(code, in: view.picture)
            else { return nil }
            self.rights = rights
            self.account = code
            name = phrases.language == .vietnamese ? account.vietnamese : account.english
            actor = account.officer ?? code
        }
    }

    /// A program in the name of an account; nil where the account may not sign in any more.
    init?(_ code: String, token number: Int64, _ house: MountedHouse, _ view: ServedCeremony.View, _ phrases: Phrases, peer: String) {
        self.view = view
        way = .token(String(number))
        guard let rights = house.rights(of: code, in: view.picture, at: view.now),
            let account = house.accounts.account(code, in: view.picture)
        else { return nil }
        (token, session, self.rights, name, self.account) = (nil, nil, rights, code, code)
        actor = account.officer ?? code
        self.phrases = phrases
        self.peer = peer
    }

    /// Somebody who has not signed in.
    init(_ phrases: Phrases, peer: String) {
        (token, session, rights, name, actor, account, way) = (nil, nil, .none, "", "", nil, .session(""))
        view = nil
        self.phrases = phrases
        self.peer = peer
    }
}
