import Foundation
import GRDB
import Ledger

/// The systems that are told when the ceremony changes, with what each message to them is signed.
extension Credentials {
    struct Hook: Sendable {
        let number: Int64
        let address: String
        let secret: [UInt8]
        /// The entry up to which it was told, and when.
        let told: Int
        let toldAt: Instant?
        /// Why it could not be told; nil where it was.
        let failure: String?
    }

    /// Adds one; it is told of what happens after this entry.
    func addHook(_ address: String, secret: [UInt8], after sequence: Int) throws {
        knownHooks = nil
        try file.write {
            try $0.execute(
                sql: "INSERT INTO hook (address, secret, told) VALUES (?, ?, ?)", arguments: [address, Data(secret), sequence])
        }
    }

    func removeHook(_ number: Int64) throws {
        knownHooks = nil
        try file.write { try $0.execute(sql: "DELETE FROM hook WHERE number = ?", arguments: [number]) }
    }

    /// All of them, from memory where nothing has changed: they are asked for after every batch of acts, and mostly there are none.
    func hooks() throws -> [Hook] {
        if let knownHooks { return knownHooks }
        let hooks = try file.read { try GRDB.Row.fetchAll($0, sql: "SELECT * FROM hook ORDER BY number").map(Hook.init) }
        knownHooks = hooks
        return hooks
    }

    func hook(_ number: Int64) throws -> Hook? {
        try file.read { try GRDB.Row.fetchOne($0, sql: "SELECT * FROM hook WHERE number = ?", arguments: [number]).map(Hook.init) }
    }

    /// Notes that it was told, or why it was not.
    func told(_ number: Int64, _ sequence: Int, at now: Instant) throws {
        knownHooks = nil
        try file.write {
            try $0.execute(
                sql: "UPDATE hook SET told = ?, told_at = ?, failure = NULL WHERE number = ?",
                arguments: [sequence, now.milliseconds, number])
        }
    }

    func notTold(_ number: Int64, why: String) throws {
        knownHooks = nil
        try file.write { try $0.execute(sql: "UPDATE hook SET failure = ? WHERE number = ?", arguments: [why, number]) }
    }
}

extension Credentials.Hook {
    fileprivate init(_ row: GRDB.Row) {
        let secret: Data = row["secret"]
        let at: Int64? = row["told_at"]
        self.init(
            number: row["number"], address: row["address"], secret: Array(secret), told: row["told"],
            toldAt: at.map { Instant(milliseconds: $0) }, failure: row["failure"])
    }
}
