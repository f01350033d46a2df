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

    /// A token by which a program visits in an account's name; told once and kept as its hash.
    func issue(_ name: String, to account: String, scope: Scope, ends: Instant) throws -> String {
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
        let row = try file.read {
            try Row.fetchOne(
                $0, sql: "SELECT rowid, account, scope FROM token WHERE hash = ? AND ends > ?",
                arguments: [Data(Secret.hash(token)), now.milliseconds])
        }
        return row.flatMap { row in Scope(rawValue: row["scope"]).map { (row["account"], $0, row["rowid"]) } }
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
        try file.write { try $0.execute(sql: "DELETE FROM token WHERE rowid = ? AND account = ?", arguments: [number, account]) }
    }

    /// Ends all tokens of an account.
    func revoke(_ account: String) throws {
        try file.write { try $0.execute(sql: "DELETE FROM token WHERE account = ?", arguments: [account]) }
    }
}
