import Foundation
import GRDB
import Ledger

/// By what programs visit in an account's name.
extension Credentials {
    /// What a token is for: the programme in a calendar alone, all reading, or acts too.
    enum Scope: String, CaseIterable, Sendable { case calendar, read, write }

    /// A token as its holder sees it afterwards: never the token itself.
    struct Token: Sendable {
        let number: Int64
        let name: String
        let scope: Scope
        let ends: Instant
    }

    private static let mostTokens = 60

    /// A token as it was looked up: a program asks many times in a second, and the file is asked once.
    struct Bearer: Sendable {
        let account: String
        let scope: Scope
        let number: Int64
        let ends: Instant
    }

    /// Tokens that are remembered as they were looked up.
    private static let mostBearers = 1_000

    /// A token by which a program visits in an account's name; told once and kept as its hash.
    func issue(_ name: String, to account: String, scope: Scope, ends: Instant) throws -> String {
        bearers = [:]
        let token = "chancery_" + Secret.token()
        try file.write {
            try $0.execute(
                sql: "INSERT INTO token (hash, account, name, scope, ends) VALUES (?, ?, ?, ?, ?)",
                arguments: [Data(Secret.hash(token)), account, name, scope.rawValue, ends.milliseconds])
            // Of too many the oldest end.
            try $0.execute(
                sql: """
                    DELETE FROM token WHERE account = ?1 AND rowid NOT IN (
                        SELECT rowid FROM token WHERE account = ?1 ORDER BY rowid DESC LIMIT ?2)
                    """, arguments: [account, Credentials.mostTokens])
        }
        return token
    }

    /// The account, the scope and the number of a token; nil where there is none, or where it has ended.
    func bearer(of token: String, now: Instant) throws -> (account: String, scope: Scope, number: Int64)? {
        let hash = Secret.hash(token)
        if bearers[hash] == nil, let found = try lookUp(hash) {
            if bearers.count >= Credentials.mostBearers { bearers = [:] }
            bearers[hash] = found
        }
        return bearers[hash].flatMap { $0.ends > now ? ($0.account, $0.scope, $0.number) : nil }
    }

    private func lookUp(_ hash: [UInt8]) throws -> Bearer? {
        try file.read { database in
            try Row.fetchOne(database, sql: "SELECT rowid, account, scope, ends FROM token WHERE hash = ?", arguments: [Data(hash)])
                .flatMap { row in
                    Scope(rawValue: row["scope"]).map {
                        Bearer(account: row["account"], scope: $0, number: row["rowid"], ends: Instant(milliseconds: row["ends"]))
                    }
                }
        }
    }

    /// The tokens of an account that have not ended.
    func tokens(of account: String, now: Instant) throws -> [Token] {
        try file.read { database in
            try Row.fetchAll(
                database, sql: "SELECT rowid, name, scope, ends FROM token WHERE account = ? AND ends > ? ORDER BY ends",
                arguments: [account, now.milliseconds]
            )
            .compactMap { row in
                Scope(rawValue: row["scope"]).map {
                    Token(number: row["rowid"], name: row["name"], scope: $0, ends: Instant(milliseconds: row["ends"]))
                }
            }
        }
    }

    /// Ends one token of an account.
    func revoke(_ number: Int64, of account: String) throws {
        bearers = [:]
        try file.write { try $0.execute(sql: "DELETE FROM token WHERE rowid = ? AND account = ?", arguments: [number, account]) }
    }

    /// Ends all tokens of an account.
    func revoke(_ account: String) throws {
        bearers = [:]
        try file.write { try $0.execute(sql: "DELETE FROM token WHERE account = ?", arguments: [account]) }
    }
}
