import GRDB

/// Lists that accounts keep under a name.
extension Credentials {
    /// Lists that an account keeps.
    private static let mostKept = 60

    package func keep(_ name: String, _ address: String, for account: String) throws {
        try take { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO view (account, name, address) VALUES (?, ?, ?)", arguments: [account, name, address])
            // Of too many the oldest go.
            try database.execute(
                sql: """
                    DELETE FROM view WHERE account = ?1 AND rowid NOT IN (
                        SELECT rowid FROM view WHERE account = ?1 ORDER BY rowid DESC LIMIT ?2)
                    """, arguments: [account, Credentials.mostKept])
        }
    }

    package func drop(_ name: String, of account: String) throws {
        try take { try $0.execute(sql: "DELETE FROM view WHERE account = ? AND name = ?", arguments: [account, name]) }
    }

    package func views(of account: String) throws -> [(name: String, address: String)] {
        try file.read { database in
            try Row.fetchAll(database, sql: "SELECT name, address FROM view WHERE account = ? ORDER BY name", arguments: [account])
                .map { ($0["name"], $0["address"]) }
        }
    }
}
