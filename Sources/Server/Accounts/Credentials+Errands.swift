import Engine
import GRDB
import Ledger

/// What offices were told of by chores, so that a restart neither forgets it nor tells it again.
extension Credentials {
    /// What was told of a chore, by account.
    func memories(of chore: String) throws -> [String: Chore.Memory] {
        try file.read { database in
            let rows = try GRDB.Row.fetchAll(database, sql: "SELECT account, told, last FROM errand WHERE chore = ?", arguments: [chore])
            return Dictionary(
                rows.map { row in
                    let told = ((try? JSON(parsing: row["told"] as String))?.list ?? []).compactMap(\.text)
                    return (row["account"] as String, Chore.Memory(told: Set(told), last: Instant(milliseconds: row["last"])))
                }
            ) { $1 }
        }
    }

    func remember(_ memory: Chore.Memory, of chore: String, for account: String) throws {
        let told = JSON.list(memory.told.sorted().map { .text($0) }).written
        try file.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO errand (chore, account, told, last) VALUES (?, ?, ?, ?)",
                arguments: [chore, account, told, memory.last.milliseconds])
        }
    }
}
