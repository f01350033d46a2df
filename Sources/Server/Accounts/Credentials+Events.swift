import Crypto
import Foundation
import GRDB
package import Ledger

/// What was done with accounts' sign-ins: who came in, who tried in vain, what was made and what was ended. Nothing of it is ever taken away,
/// and each line holds the hash of the one before, so that none can be altered or left out without a trace.
extension Credentials {
    /// What happened.
    package enum Matter: String, CaseIterable, Sendable {
        case signedIn = "signed_in"
        case signedInByCode = "signed_in_by_code"
        case signedOut = "signed_out"
        case wrong
        case closed
        case proved
        case proofWrong = "proof_wrong"
        case codeMade = "code_made"
        case signInSet = "sign_in_set"
        case sessionsEnded = "sessions_ended"
        case tokenMade = "token_made"
        case tokenEnded = "token_ended"
        case hookMade = "hook_made"
        case hookEnded = "hook_ended"
        case accountForgotten = "account_forgotten"
    }

    /// One line of the record.
    package struct Event: Sendable {
        package let number: Int64
        package let at: Instant
        /// See ``Matter``; another word where a later release wrote it.
        package let matter: String
        /// Whose sign-in it is about; empty where it is about nobody's.
        package let account: String
        /// The account that did it, where it was another; empty where it was the holder, or whoever held themselves out as them.
        package let by: String
        /// The network address that it came from; empty where it came from none.
        package let peer: String

        /// What is hashed, with the hash of the line before.
        fileprivate func hash(after previous: [UInt8]) -> [UInt8] {
            let text = JSON.list([
                .integer(number), .integer(at.milliseconds), .text(matter), .text(account), .text(by), .text(peer),
            ]).written
            return Array(SHA256.hash(data: previous + Array(text.utf8)))
        }
    }

    /// Whether the record of sign-ins is whole.
    package struct EventProof: Hashable, Sendable {
        package let count: Int
        /// The hash of the last line, by which a copy kept elsewhere is compared.
        package let head: String
        /// The first line that is not as it was written, or where one is missing; nil where all are as they were.
        package let damaged: Int64?
    }

    /// The table and what keeps it from being altered by mistake. Whoever holds the file can take that away; the hashes tell.
    static let eventSchema = """
        CREATE TABLE IF NOT EXISTS event (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, matter TEXT NOT NULL, account TEXT NOT NULL,
            by TEXT NOT NULL, peer TEXT NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS event_account ON event (account, number);
        CREATE TRIGGER IF NOT EXISTS event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'kept as written'); END;
        CREATE TRIGGER IF NOT EXISTS event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'kept as written'); END;
        """

    /// Writes one line.
    package func log(_ matter: Matter, of account: String, by other: String = "", from peer: String = "", at now: Instant) throws {
        try file.write { database in
            let last = try Row.fetchOne(database, sql: "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1")
            let number: Int64 = last?["number"] ?? 0
            let event = Event(
                number: number + 1, at: now, matter: matter.rawValue, account: account, by: other,
                peer: String(peer.prefix(64)))
            let previous: Data = last?["hash"] ?? Data()
            try database.execute(
                sql: "INSERT INTO event (number, at, matter, account, by, peer, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    event.number, now.milliseconds, event.matter, account, other, event.peer, Data(event.hash(after: Array(previous))),
                ])
        }
    }

    /// Reads every line and proves that it is the one that was written, and that none is missing: between them, or at the end.
    package func proveEvents() throws -> EventProof { try file.read(Credentials.proof) }

    /// Proves the record of sign-ins that lies in a folder, which may be in use; nil where there is none.
    package static func proofOfEvents(in folder: String) throws -> EventProof? {
        try reading(folder) { database in try database.tableExists("event") ? proof(database) : nil } ?? nil
    }

    /// Reads the file of a folder, which may be in use; nil where there is none.
    static func reading<Value>(_ folder: String, _ read: (Database) throws -> Value) throws -> Value? {
        guard FileManager.default.fileExists(atPath: path(in: folder)) else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: path(in: folder), configuration: configuration).read(read)
    }

    private static func proof(_ database: Database) throws -> EventProof {
        var (count, last, previous) = (0, Int64(0), [UInt8]())
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM event ORDER BY number")
        while let row = try rows.next() {
            let event = Event(row)
            let hash: Data = row["hash"]
            guard event.number == last + 1, event.hash(after: previous) == Array(hash) else {
                return EventProof(count: count, head: previous.hexadecimal, damaged: last + 1)
            }
            (count, last, previous) = (count + 1, event.number, Array(hash))
        }
        return try proof(database, "event", count, last, previous)
    }

    /// The proof of a table whose lines stand as they were written: none is missing at its end.
    static func proof(_ database: Database, _ table: String, _ count: Int, _ last: Int64, _ previous: [UInt8]) throws -> EventProof {
        let given = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table]) ?? 0
        return EventProof(count: count, head: previous.hexadecimal, damaged: given > last ? last + 1 : nil)
    }

    /// One page of the record, the newest first, with how many lines there are under these filters.
    func events(_ which: Span, page: Int, of size: Int) throws -> (all: Int, shown: [Event]) {
        let (condition, arguments) = which.condition(on: "account")
        return try file.read { database in
            let all = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM event \(condition)", arguments: arguments) ?? 0
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM event \(condition) ORDER BY number DESC LIMIT ? OFFSET ?",
                arguments: arguments + [size, max(0, page - 1) * size])
            return (all, rows.map(Event.init))
        }
    }

    /// Of what a page of records shows: whose lines, and of when.
    struct Span: Sendable {
        /// Empty for all.
        let account: String
        /// From the first to before the second.
        let time: (from: Instant, to: Instant)?

        func condition(on column: String) -> (sql: String, arguments: StatementArguments) {
            var parts: [String] = []
            var arguments = StatementArguments()
            if !account.isEmpty {
                parts.append("\(column) = ?")
                arguments += [account]
            }
            if let time {
                parts.append("at >= ? AND at < ?")
                arguments += [time.from.milliseconds, time.to.milliseconds]
            }
            return (parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND "), arguments)
        }
    }
}

extension Credentials.Event {
    fileprivate init(_ row: GRDB.Row) {
        self.init(
            number: row["number"], at: Instant(milliseconds: row["at"]), matter: row["matter"], account: row["account"], by: row["by"],
            peer: row["peer"])
    }
}
