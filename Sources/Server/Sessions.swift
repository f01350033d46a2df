import Crypto
package import House
package import Ledger
package import Phrases

/// Who has signed in, and until when. Sessions live in memory: a restart ends them.
package actor Sessions {
    package struct Session: Sendable {
        /// Whose name stands in the frame.
        package let name: String
        package let rights: Rights
        package var language: Language
        /// What the session's forms send back.
        package let formToken: String
        fileprivate let started: Instant
        fileprivate var used: Instant

        fileprivate func isOver(at now: Instant) -> Bool {
            used.adding(minutes: Sessions.idleMinutes) <= now || started.adding(minutes: Sessions.longestMinutes) <= now
        }
    }

    /// Why somebody could not sign in.
    package enum Refusal: Error, Hashable { case wrongCode, tooManyTries }

    /// Minutes without a request after which a session ends, and minutes after which it ends in any case.
    private static let idleMinutes = 30
    private static let longestMinutes = 12 * 60
    /// Wrong codes in an hour after which who brings another is told to wait.
    private static let triesAnHour = 20

    /// By the hash of the token: who reads this memory cannot sign in with it.
    private var sessions: [[UInt8]: Session] = [:]
    /// The codes that sign somebody in once, by their hashes.
    private var codes: [[UInt8]: (name: String, rights: Rights)] = [:]
    private var wrongTries: [Instant] = []

    package init() {}

    /// A code that signs its bearer in once.
    package func invite(_ name: String, _ rights: Rights) -> String {
        let code = Secret.code()
        codes[Secret.hash(code)] = (name, rights)
        return code
    }

    /// The token of a new session for who brings a code that was not used yet.
    package func signIn(code: String, language: Language, now: Instant) throws(Refusal) -> String {
        let plain = code.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
        guard let (name, rights) = codes.removeValue(forKey: Secret.hash(plain)) else {
            // A right code is always taken: nobody shuts others out by guessing.
            wrongTries.removeAll { $0 < now.adding(minutes: -60) }
            guard wrongTries.count < Sessions.triesAnHour else { throw .tooManyTries }
            wrongTries.append(now)
            throw .wrongCode
        }
        sessions = sessions.filter { !$0.value.isOver(at: now) }
        let token = Secret.token()
        sessions[Secret.hash(token)] = Session(
            name: name, rights: rights, language: language, formToken: Secret.token(), started: now, used: now)
        return token
    }

    /// The session of a token, kept awake by being asked for; nil where it has ended.
    package func session(_ token: String, now: Instant) -> Session? {
        let key = Secret.hash(token)
        guard var session = sessions[key] else { return nil }
        guard !session.isOver(at: now) else {
            sessions[key] = nil
            return nil
        }
        session.used = max(session.used, now)
        sessions[key] = session
        return session
    }

    package func choose(_ language: Language, for token: String) { sessions[Secret.hash(token)]?.language = language }

    package func end(_ token: String) { sessions[Secret.hash(token)] = nil }
}

/// Random secrets, from the system's generator.
enum Secret {
    /// Letters and digits that are not taken for each other.
    private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// 256 bits, as text.
    static func token() -> String { letters(52) }

    /// 100 bits, to be typed by a person.
    static func code() -> String { letters(20) }

    static func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

    private static func letters(_ count: Int) -> String {
        var dice = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in alphabet[Int(dice.next() & 31)] })
    }
}
