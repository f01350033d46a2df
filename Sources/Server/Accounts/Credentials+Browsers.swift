import Foundation
import GRDB
import Ledger

/// The browsers in which accounts' holders have signed in: whoever guesses elsewhere does not shut them out of these. It proves nothing, and
/// lets nobody in by itself.
extension Credentials {
    /// Browsers of one account that are known; of more the oldest are forgotten.
    private static let mostBrowsers = 20

    /// Whether somebody has signed in to the account in the browser that carries this token.
    func knows(browser token: String?, of account: String) throws -> Bool {
        guard let token else { return false }
        return try file.read {
            try Bool.fetchOne(
                $0, sql: "SELECT 1 FROM browser WHERE hash = ? AND account = ?", arguments: [Data(Secret.hash(token)), account]) ?? false
        }
    }

    /// Remembers a browser in which somebody has just signed in.
    ///
    /// - Parameter token: what it carries already.
    /// - Returns: what it shall carry. What the house did not make itself it does not take over: somebody else may have put it there.
    func remember(browser token: String?, of account: String, at now: Instant) throws -> String {
        let carried = try token.flatMap { try isOurs($0) ? $0 : nil } ?? Secret.token()
        try file.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO browser (hash, account, used) VALUES (?, ?, ?)",
                arguments: [Data(Secret.hash(carried)), account, now.milliseconds])
            try database.execute(
                sql: """
                    DELETE FROM browser WHERE account = ?1 AND rowid NOT IN (
                        SELECT rowid FROM browser WHERE account = ?1 ORDER BY rowid DESC LIMIT ?2)
                    """, arguments: [account, Credentials.mostBrowsers])
        }
        return carried
    }

    private func isOurs(_ token: String) throws -> Bool {
        try file.read {
            try Bool.fetchOne($0, sql: "SELECT 1 FROM browser WHERE hash = ? LIMIT 1", arguments: [Data(Secret.hash(token))]) ?? false
        }
    }

    /// Forgets every browser of an account.
    func forgetBrowsers(of account: String) throws {
        try take { try $0.execute(sql: "DELETE FROM browser WHERE account = ?", arguments: [account]) }
    }
}
