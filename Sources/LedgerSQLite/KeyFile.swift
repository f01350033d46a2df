import Foundation
import GRDB
import Ledger

/// Persons' keys in a file of their own, outside the chain. There is no write-ahead log and deleted content is overwritten,
/// so that a destroyed key is gone from the disk's file.
struct KeyFile: Sendable {
    private let queue: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write {
            try $0.execute(sql: "CREATE TABLE IF NOT EXISTS person_key(subject INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Keys that the entries to be written are the first to need: one that is there already was left by entries that were refused.
    func add(_ keys: [PersonKey]) throws {
        guard !keys.isEmpty else { return }
        try queue.write { database in
            let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO person_key VALUES (?, ?)")
            for key in keys { try statement.execute(arguments: [Int64(key.dataSubject), Data(key.bytes)]) }
        }
    }

    func all() throws -> [PersonKey] {
        try queue.read { database in
            try SQLRow.fetchAll(database, sql: "SELECT subject, key FROM person_key").map {
                PersonKey(dataSubject: UInt32(clamping: $0[0] as Int64), bytes: [UInt8]($0[1] as Data))
            }
        }
    }

    func destroy(_ dataSubject: UInt32) throws {
        try queue.write { try $0.execute(sql: "DELETE FROM person_key WHERE subject = ?", arguments: [Int64(dataSubject)]) }
    }

    func copy(to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try queue.backup(to: copy)
        try copy.close()
    }

    func close() throws { try queue.close() }
}
