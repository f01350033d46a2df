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
    }

    static let eventSchema = """
        CREATE TABLE IF NOT EXISTS event (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, matter TEXT NOT NULL, account TEXT NOT NULL,
            by TEXT NOT NULL, peer TEXT NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS event_account ON event (account, number);
        """ + Chain.events.guards

    /// Writes one line.
    package func log(_ matter: Matter, of account: String, by other: String = "", from peer: String = "", at now: Instant) throws {
        try file.write {
            try Chain.events.add(
                [.integer(now.milliseconds), .text(matter.rawValue), .text(account), .text(other), .text(String(peer.prefix(64)))], to: $0)
        }
    }

    /// Reads every line of a record that stays and proves it.
    package func prove(_ chain: Chain) throws -> Chain.Proof { try file.read(chain.proof) }

    /// The records beside the journal that stay, with the proof of each, as they lie in a folder which may be in use; none where the house was
    /// never served or is of a release that did not keep them.
    package static func proofs(in folder: String) throws -> [(chain: Chain, proof: Chain.Proof)] {
        try reading(folder) { database in
            try Chain.refuseStrange(database)
            return try Chain.all.compactMap { chain in
                guard try database.tableExists(chain.table), try database.columns(in: chain.table).contains(where: { $0.name == "hash" })
                else { return nil }
                return (chain, try chain.proof(database))
            }
        } ?? []
    }

    /// Reads the file of a folder, which may be in use; nil where there is none.
    static func reading<Value>(_ folder: String, _ read: (Database) throws -> Value) throws -> Value? {
        guard FileManager.default.fileExists(atPath: path(in: folder)) else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: path(in: folder), configuration: configuration).read(read)
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
