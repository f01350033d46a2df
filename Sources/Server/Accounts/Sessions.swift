package import Engine
package import Ledger
package import Phrases

/// Who has signed in, and until when. Sessions live in memory: a restart ends them.
package actor Sessions {
    /// Whose a session is.
    package enum Holder: Hashable, Sendable {
        /// What they may do is asked of the ceremony at every visit, so that a change counts at once.
        case account(String)
        /// Whoever opened the house and has no account yet.
        case opener(name: String, Rights)
    }

    package struct Session: Sendable {
        package let holder: Holder
        package var language: Language
        /// What the session's forms send back.
        package let formToken: String
        /// When its holder last proved to be themselves: before what is dangerous they do it again.
        package fileprivate(set) var proved: Instant
        /// By what the session is known where its token is not to be.
        package let key: [UInt8]
        /// By what the journal names the session: nobody comes in with it.
        var name: String { Secret.hash(key.hexadecimal).prefix(6).hexadecimal }
        /// What an authenticator is told when the holder sets one up.
        package let secret = Secret.bytes(20)
        /// The accounts by whose codes its holder came in, the last first.
        let letInBy: [String]
        fileprivate let started: Instant
        fileprivate var used: Instant

        fileprivate func isOver(at now: Instant) -> Bool {
            used.adding(minutes: Sessions.idleMinutes) <= now || started.adding(minutes: Sessions.longestMinutes) <= now
        }

        /// Whether it is long ago that the holder proved to be themselves.
        func isStale(at now: Instant) -> Bool { proved.adding(minutes: Sessions.provedMinutes) <= now }
    }

    /// Why somebody could not sign in.
    package enum Refusal: Error, Hashable { case wrong, tooManyTries, busy }

    /// Minutes without a request after which a session ends, and minutes after which it ends in any case.
    private static let idleMinutes = 30
    private static let longestMinutes = 12 * 60
    /// Minutes in which somebody who proved to be themselves is not asked again.
    private static let provedMinutes = 15
    /// Minutes in which an invitation can be taken.
    private static let invitedMinutes = 24 * 60

    /// By the hash of the token: who reads this memory cannot sign in with it.
    private var sessions: [[UInt8]: Session] = [:]
    /// The codes that sign somebody in once, by their hashes.
    private var invitations: [[UInt8]: (holder: Holder, by: [String], ends: Instant)] = [:]
    private var tries = Tries()
    /// How whoever guesses is made to wait.
    private let sleep: Sleep

    package init(sleep: Sleep = .machine) { self.sleep = sleep }

    /// A code that signs its bearer in once, within a day.
    ///
    /// - Parameter accounts: who lets them in, and by whom those came in themselves; none for the folder of the data.
    package func invite(_ holder: Holder, by accounts: [String] = [], now: Instant) -> String {
        let code = Secret.code()
        invitations = invitations.filter { $0.value.ends > now }
        invitations[Secret.hash(code)] = (holder, accounts, now.adding(minutes: Sessions.invitedMinutes))
        return code
    }

    /// The token of a new session for who brings a code that was not used yet.
    package func signIn(code: String, from peer: String, language: Language, now: Instant) async throws(Refusal) -> String {
        let hash = Secret.hash(Secret.plain(code))
        // A right code is always taken: nobody shuts others out by guessing.
        guard let (holder, inviters, ends) = invitations[hash], now < ends else {
            throw await mayGoOn(.code, from: peer, now: now) ? .wrong : .tooManyTries
        }
        invitations[hash] = nil
        return start(holder, language, now, letInBy: inviters)
    }

    /// Begins a try at an account's password, and counts it; it may take its time. False where it is refused.
    ///
    /// - Parameters:
    ///   - session: the session in which its holder proves themselves again; nil for who signs in.
    ///   - browser: by what a browser is known in which the account's holder has signed in before.
    package func begin(
        _ account: String, from peer: String, in session: [UInt8]? = nil, knownBrowser browser: [UInt8]? = nil, now: Instant
    ) async -> Bool {
        await mayGoOn(Sessions.target(account, session), from: peer, knownBrowser: browser, now: now)
    }

    private func mayGoOn(_ target: Tries.Target, from peer: String, knownBrowser browser: [UInt8]? = nil, now: Instant) async -> Bool {
        switch tries.begin(target, from: peer, knownBrowser: browser, now: now) {
        case .now: return true
        case .refused: return false
        case .after(let seconds):
            await sleep(seconds: seconds)
            tries.waited(from: peer)
            // Who has gone away meanwhile is not worked for.
            return !Task.isCancelled
        }
    }

    /// Takes a try off again that was right.
    package func succeeded(
        _ account: String, from peer: String, in session: [UInt8]? = nil, knownBrowser browser: [UInt8]? = nil
    ) {
        tries.succeeded(Sessions.target(account, session), from: peer, knownBrowser: browser)
    }

    private static func target(_ account: String, _ session: [UInt8]?) -> Tries.Target {
        session.map { .session($0) } ?? .account(named: account)
    }

    /// The token of a new session for somebody who has proved who they are.
    func start(_ holder: Holder, _ language: Language, _ now: Instant, letInBy: [String] = []) -> String {
        sessions = sessions.filter { !$0.value.isOver(at: now) }
        let token = Secret.token()
        let key = Secret.hash(token)
        sessions[key] = Session(
            holder: holder, language: language, formToken: Secret.token(), proved: now, key: key, letInBy: letInBy, started: now,
            used: now)
        return token
    }

    /// The session of a token; nil where it has ended.
    ///
    /// - Parameter wakes: whether its holder did something. A page that shows itself anew does not keep its session awake.
    package func session(_ token: String, now: Instant, wakes: Bool = true) -> Session? {
        let key = Secret.hash(token)
        guard var session = sessions[key] else { return nil }
        guard !session.isOver(at: now) else {
            sessions[key] = nil
            return nil
        }
        if wakes {
            session.used = max(session.used, now)
            sessions[key] = session
        }
        return session
    }

    /// Whether a session still goes on, asked without keeping it awake.
    func isOpen(_ key: [UInt8], now: Instant) -> Bool { sessions[key].map { !$0.isOver(at: now) } ?? false }

    package func choose(_ language: Language, for token: String) { sessions[Secret.hash(token)]?.language = language }

    func prove(_ key: [UInt8], now: Instant) { sessions[key]?.proved = now }

    package func end(_ key: [UInt8]) { sessions[key] = nil }

    /// The accounts whose holders have a session, or could begin one with a code.
    var accounts: Set<String> {
        Set(
            (sessions.values.map(\.holder) + invitations.values.map(\.holder)).compactMap { holder in
                if case .account(let code) = holder { code } else { nil }
            })
    }

    /// Ends every session of an account.
    ///
    /// - Returns: the keys of those that were open.
    func endAll(of account: String) -> [[UInt8]] {
        let keys = sessions.filter { $0.value.holder == .account(account) }.map(\.key)
        for key in keys { sessions[key] = nil }
        endCodes(of: account)
        return keys
    }

    /// Ends the codes of an account that nobody has used: what one made for an account that might do little lets nobody into what two gave it
    /// since.
    func endCodes(of account: String) { invitations = invitations.filter { $0.value.holder != .account(account) } }
}
