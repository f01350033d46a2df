import Engine
import Foundation
import GRDB
package import Ledger

/// With what accounts prove themselves: a password and an authenticator. Kept beside the journal and never in it, so that it can be
/// destroyed and no copy of the ceremony holds it.
package actor Credentials {
    /// Why a password was not taken.
    package enum Weakness: String, Error { case short, common, likeAccount = "like_account" }

    let file: DatabaseQueue
    /// What is known of tokens that were asked for; empty after any change to one.
    var bearers: [[UInt8]: Bearer] = [:]
    /// The systems that are told of changes; nil after any change to one, until they are asked for again.
    var knownHooks: [Hook]?
    /// For those who are tried where they have signed in before; and for all others, of whom so many wait at most.
    private let stretchKnown: Stretching.Stretch
    private let stretchStrangers: Stretching.Stretch
    private let mostStrangersWaiting: Int
    private var strangersWaiting = 0

    /// Characters that a password must have (OWASP ASVS 5.0, 6.2.1).
    static let shortest = 15

    package static let name = "credentials.sqlite"
    static func path(in folder: String) -> String { folder + "/" + name }

    /// How the file is opened.
    static var configuration: Configuration {
        // A crash of the program loses nothing. A power cut may lose the last moments of what was written here: a note of a reading, or
        // a password, which is then set once more; nothing of the ceremony lies in this file. A copy that leaves is on the disk first.
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase {
            try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// - Parameters:
    ///   - folder: where the journal lies.
    ///   - mostStrangersWaiting: passwords of browsers that are not known, that are proved or wait for it at once: some four seconds' work.
    ///   - known: what makes of passwords what is kept, for those who are known.
    ///   - strangers: the same for all others.
    package init(
        folder: String, mostStrangersWaiting: Int = 40, known: @escaping Stretching.Stretch = Stretching.queue(),
        strangers: @escaping Stretching.Stretch = Stretching.queue()
    ) throws {
        stretchKnown = known
        stretchStrangers = strangers
        self.mostStrangersWaiting = mostStrangersWaiting
        let path = Credentials.path(in: folder)
        let configuration = Credentials.configuration
        file = try DatabaseQueue(path: path, configuration: configuration)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try file.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS credential (
                        account TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL, secret BLOB NOT NULL, used INTEGER NOT NULL,
                        let_in_by TEXT, wrong INTEGER NOT NULL DEFAULT 0);
                    CREATE TABLE IF NOT EXISTS browser (
                        hash BLOB NOT NULL, account TEXT NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (hash, account));
                    CREATE TABLE IF NOT EXISTS view (
                        account TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (account, name));
                    CREATE TABLE IF NOT EXISTS token (
                        hash BLOB PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL, ends INTEGER NOT NULL);
                    CREATE TABLE IF NOT EXISTS hook (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT NOT NULL, secret BLOB NOT NULL, told INTEGER NOT NULL,
                        told_at INTEGER, failure TEXT);
                    CREATE TABLE IF NOT EXISTS errand (
                        chore TEXT NOT NULL, account TEXT NOT NULL, told TEXT NOT NULL, last INTEGER NOT NULL,
                        PRIMARY KEY (chore, account));
                    """)
            try Credentials.chainReadings(database)
            try database.execute(sql: Credentials.readingSchema)
            try database.execute(sql: Credentials.eventSchema)
            try database.execute(sql: Credentials.copySchema)
            if try !database.columns(in: "copy").contains(where: { $0.name == "hash" }) {
                try database.execute(sql: "ALTER TABLE copy ADD COLUMN hash BLOB NOT NULL DEFAULT x\'\'")
            }
            // A file of an earlier release said neither who had let whom in, nor how often in a row somebody had been wrong.
            let columns = Set(try database.columns(in: "credential").map(\.name))
            for (name, type) in [("let_in_by", "TEXT"), ("wrong", "INTEGER NOT NULL DEFAULT 0")] where !columns.contains(name) {
                try database.execute(sql: "ALTER TABLE credential ADD COLUMN \(name) \(type)")
            }
        }
        try file.read(Chain.refuseStrange)
        try Credentials.takeBack(file, in: folder)
    }

    /// The accounts by whose codes whoever set this account's password had come in; none where the folder of the data let them in.
    func letIn(_ account: String) throws -> [String] {
        let kept = try file.read {
            try String.fetchOne($0, sql: "SELECT let_in_by FROM credential WHERE account = ?", arguments: [account])
        }
        // Where an earlier release did not write it down, it may have been anybody.
        return kept?.split(separator: "\n").map(String.init) ?? [Authority.unknownHand]
    }

    /// Whether an account can sign in with a password.
    func has(_ account: String) throws -> Bool {
        try file.read { try Bool.fetchOne($0, sql: "SELECT 1 FROM credential WHERE account = ?", arguments: [account]) ?? false }
    }

    /// Sets a password and an authenticator's secret in the place of what was.
    ///
    /// - Parameter inviters: the accounts by whose codes whoever sets it has come in.
    package func set(_ account: String, password: String, secret: [UInt8], used: Int64, letInBy inviters: [String] = []) async throws {
        if let weakness = Credentials.weakness(of: password, account: account) { throw weakness }
        let salt = Secret.bytes(16)
        try keep(account, salt, try await stretchKnown(password, salt), secret, used, inviters)
    }

    private func keep(
        _ account: String, _ salt: [UInt8], _ hash: [UInt8], _ secret: [UInt8], _ used: Int64, _ inviters: [String]
    ) throws {
        try file.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO credential (account, salt, hash, secret, used, let_in_by) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [account, Data(salt), Data(hash), Data(secret), used, inviters.joined(separator: "\n")])
        }
    }

    /// Takes away all with which an account's holder could prove themselves, and what they kept.
    func remove(_ account: String) throws {
        bearers = [:]
        try take { database in
            for table in ["credential", "token", "view", "errand", "browser"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE account = ?", arguments: [account])
            }
        }
    }

    /// Every account of which something is kept here.
    func accounts() throws -> Set<String> {
        try file.read { database in
            try String.fetchSet(
                database,
                sql:
                    "SELECT account FROM credential UNION SELECT account FROM token UNION SELECT account FROM view UNION SELECT account FROM errand"
            )
        }
    }

    /// What came of a try to prove to be an account's holder.
    package enum Outcome: Hashable, Sendable {
        case right
        /// Wrong, and so often in a row.
        case wrong(inRow: Int)
        /// It was wrong so often in a row that nobody is asked any more: whoever is right is let in by a code.
        case closed
        /// Nobody has a password there.
        case nobody
        /// So many strangers are being proved that this one was not: whoever comes again in a moment may be.
        case busy
    }

    /// Wrong tries in a row after which a password lets nobody in any more in a browser that is not known; and after which it lets nobody in
    /// (NIST SP 800-63B-4, 3.2.2: no more than 100). What lies between is kept for who has signed in there before, so that who guesses
    /// elsewhere does not use it up.
    static let mostWrong = 80
    static let mostWrongKnown = 100

    /// Whether this is the account's password and a code of its authenticator that was not used yet. Takes as long for an account
    /// that there is not, and for one that is closed.
    ///
    /// - Parameter isKnown: whether it is tried where its holder has signed in before, or has a session.
    package func prove(_ account: String, password: String, code: String, now: Instant, isKnown: Bool) async throws -> Outcome {
        let salt: Data = try credential(of: account)?["salt"] ?? Data(repeating: 0, count: 16)
        guard isKnown || strangersWaiting < mostStrangersWaiting else { return .busy }
        if !isKnown { strangersWaiting += 1 }
        defer { if !isKnown { strangersWaiting -= 1 } }
        let hash = Data(try await (isKnown ? stretchKnown : stretchStrangers)(password, Array(salt)))
        return try decide(account, hash, salt, code: code, now: now, isKnown: isKnown)
    }

    /// In one stroke, for others may have tried meanwhile: what was used, and how often it was wrong, is what it is now.
    private func decide(
        _ account: String, _ hash: Data, _ salt: Data, code: String, now: Instant, isKnown: Bool
    ) throws -> Outcome {
        guard let row = try credential(of: account), row["salt"] as Data == salt else { return .nobody }
        let wrong: Int = row["wrong"]
        guard wrong < (isKnown ? Credentials.mostWrongKnown : Credentials.mostWrong) else { return .closed }
        let secret: Data = row["secret"]
        let step = TimeCode.step(of: code, secret: Array(secret), now: now, after: row["used"])
        guard hash == row["hash"] as Data, let step else {
            try file.write { try $0.execute(sql: "UPDATE credential SET wrong = wrong + 1 WHERE account = ?", arguments: [account]) }
            return .wrong(inRow: wrong + 1)
        }
        try file.write {
            try $0.execute(sql: "UPDATE credential SET used = ?, wrong = 0 WHERE account = ?", arguments: [step, account])
        }
        return .right
    }

    private func credential(of account: String) throws -> GRDB.Row? {
        try file.read { try Row.fetchOne($0, sql: "SELECT * FROM credential WHERE account = ?", arguments: [account]) }
    }

    /// Passwords that everybody tries first, beyond what their length keeps out (OWASP ASVS 5.0, 6.2.4).
    private static let common: Set<String> = [
        "123456789012345", "1234567890123456", "passwordpassword", "password12345678", "qwertyuiopasdfgh", "iloveyouiloveyou",
        "matkhaumatkhau", "matkhau123456789", "correcthorsebatterystaple", "chancerychancery", "vietnamvietnam123", "hanoihanoihanoi",
    ]

    package static func weakness(of password: String, account: String) -> Weakness? {
        let folded = password.lowercased()
        if password.count < shortest { return .short }
        if common.contains(folded) || Set(folded).count < 5 { return .common }
        return account.count > 3 && folded.contains(account.lowercased()) ? .likeAccount : nil
    }
}
