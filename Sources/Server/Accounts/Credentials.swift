import Crypto
import CryptoExtras
import Foundation
import GRDB
package import Ledger

/// With what accounts prove themselves: a password and an authenticator. Kept beside the journal and never in it, so that it can be
/// destroyed and no copy of the ceremony holds it.
package actor Credentials {
    /// Why a password was not taken.
    package enum Weakness: String, Error { case short, common, likeAccount = "like_account" }

    private let file: DatabaseQueue

    /// Scrypt's cost: 32 MiB and a tenth of a second for each try (OWASP, Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3; here
    /// one lane, since tries are also counted).
    private static let rounds = 1 << 15
    /// Characters that a password must have (OWASP ASVS 5.0, 6.2.1).
    static let shortest = 15

    /// - Parameter folder: where the journal lies.
    package init(folder: String) throws {
        let path = folder + "/credentials.sqlite"
        // A crash of the program loses nothing. A power cut may lose the last moments of what was written here: a note of a reading, or
        // a password, which is then set once more; nothing of the ceremony lies in this file.
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL") }
        file = try DatabaseQueue(path: path, configuration: configuration)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try file.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS credential (
                        account TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL, secret BLOB NOT NULL, used INTEGER NOT NULL);
                    CREATE TABLE IF NOT EXISTS reading (
                        at INTEGER NOT NULL, reader TEXT NOT NULL, record TEXT NOT NULL, fields TEXT NOT NULL);
                    CREATE TABLE IF NOT EXISTS view (
                        account TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (account, name));
                    CREATE TABLE IF NOT EXISTS token (
                        hash BLOB PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL, ends INTEGER NOT NULL);
                    """)
        }
    }

    /// Whether an account can sign in with a password.
    func has(_ account: String) throws -> Bool {
        try file.read { try Bool.fetchOne($0, sql: "SELECT 1 FROM credential WHERE account = ?", arguments: [account]) ?? false }
    }

    /// Sets a password and an authenticator's secret in the place of what was.
    func set(_ account: String, password: String, secret: [UInt8], used: Int64) throws {
        if let weakness = Credentials.weakness(of: password, account: account) { throw weakness }
        let salt = Secret.bytes(16)
        let hash = try Credentials.hash(password, salt)
        try file.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO credential (account, salt, hash, secret, used) VALUES (?, ?, ?, ?, ?)",
                arguments: [account, Data(salt), Data(hash), Data(secret), used])
        }
    }

    /// Ends all tokens of an account.
    func revoke(_ account: String) throws {
        try file.write { try $0.execute(sql: "DELETE FROM token WHERE account = ?", arguments: [account]) }
    }

    func remove(_ account: String) throws {
        try file.write { database in
            try database.execute(sql: "DELETE FROM credential WHERE account = ?", arguments: [account])
            try database.execute(sql: "DELETE FROM token WHERE account = ?", arguments: [account])
        }
    }

    /// Whether this is the account's password and a code of its authenticator that was not used yet. Takes as long for an account
    /// that there is not.
    func prove(_ account: String, password: String, code: String, now: Instant) throws -> Bool {
        let row = try file.read { try Row.fetchOne($0, sql: "SELECT * FROM credential WHERE account = ?", arguments: [account]) }
        let salt: Data = row?["salt"] ?? Data(repeating: 0, count: 16)
        let hash = Data(try Credentials.hash(password, Array(salt)))
        guard let row, hash == row["hash"] as Data else { return false }
        let secret: Data = row["secret"]
        guard let step = TimeCode.step(of: code, secret: Array(secret), now: now, after: row["used"]) else { return false }
        try file.write { try $0.execute(sql: "UPDATE credential SET used = ? WHERE account = ?", arguments: [step, account]) }
        return true
    }

    /// Notes that somebody was shown sensitive fields of a record: which, never what stood there.
    func note(_ reader: String, read fields: [String], of record: String, at now: Instant) throws {
        try file.write {
            try $0.execute(
                sql: "INSERT INTO reading (at, reader, record, fields) VALUES (?, ?, ?, ?)",
                arguments: [now.milliseconds, reader, record, fields.joined(separator: ", ")])
        }
    }

    package struct Reading: Sendable {
        package let at: Instant
        package let reader: String
        package let record: String
        package let fields: String
    }

    /// The last readings of sensitive fields, the newest first.
    func readings(_ limit: Int) throws -> [Reading] {
        try file.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM reading ORDER BY rowid DESC LIMIT ?", arguments: [limit]).map {
                Reading(at: Instant(milliseconds: $0["at"]), reader: $0["reader"], record: $0["record"], fields: $0["fields"])
            }
        }
    }

    func keep(_ name: String, _ address: String, for account: String) throws {
        try file.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO view (account, name, address) VALUES (?, ?, ?)", arguments: [account, name, address])
        }
    }

    func drop(_ name: String, of account: String) throws {
        try file.write { try $0.execute(sql: "DELETE FROM view WHERE account = ? AND name = ?", arguments: [account, name]) }
    }

    func views(of account: String) throws -> [(name: String, address: String)] {
        try file.read { database in
            try Row.fetchAll(database, sql: "SELECT name, address FROM view WHERE account = ? ORDER BY name", arguments: [account])
                .map { ($0["name"], $0["address"]) }
        }
    }

    /// What a token is for: reading alone, or acts too.
    static let scopes = ["read", "write"]

    /// A token by which a program visits in an account's name; told once and kept as its hash.
    func issue(_ name: String, to account: String, scope: String, ends: Instant) throws -> String {
        let token = "chancery_" + Secret.token()
        try file.write {
            try $0.execute(
                sql: "INSERT INTO token (hash, account, name, scope, ends) VALUES (?, ?, ?, ?, ?)",
                arguments: [Data(Secret.hash(token)), account, name, scope, ends.milliseconds])
        }
        return token
    }

    /// The account and the scope of a token; nil where there is none, or where it has ended.
    func bearer(of token: String, now: Instant) throws -> (account: String, scope: String)? {
        let row = try file.read {
            try Row.fetchOne(
                $0, sql: "SELECT account, scope FROM token WHERE hash = ? AND ends > ?",
                arguments: [Data(Secret.hash(token)), now.milliseconds])
        }
        return row.map { ($0["account"], $0["scope"]) }
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

    private static func hash(_ password: String, _ salt: [UInt8]) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: Data(salt), outputByteCount: 32, rounds: rounds,
            blockSize: 8, parallelism: 1)
        return key.withUnsafeBytes { Array($0) }
    }
}
