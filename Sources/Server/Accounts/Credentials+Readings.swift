import Foundation
import GRDB
package import Ledger

/// Who was shown what is sensitive of somebody. Each reading is a line of its own and stays; a page gathers them.
extension Credentials {
    /// Notes that somebody was shown sensitive fields of a record: which, never what stood there.
    package func note(_ reader: String, read fields: [String], of record: String, at now: Instant) throws {
        try file.write {
            try $0.execute(
                sql: "INSERT INTO reading (at, reader, record, fields) VALUES (?, ?, ?, ?)",
                arguments: [now.milliseconds, reader, record, fields.joined(separator: ", ")])
        }
    }

    /// What one reader was shown within an hour, or at one time.
    package struct Reading: Sendable {
        package let at: Instant
        package let reader: String
        /// How many times they were shown something.
        package let count: Int
        /// Of what, the first few.
        package let records: [String]
        /// How many more records, or lists, than those.
        package let more: Int
        package let fields: [String]
    }

    /// Records that are named of an hour.
    private static let mostNamed = 5

    /// One page of readings, the newest first, gathered by reader and hour.
    func gatheredReadings(_ which: Span, page: Int, of size: Int) throws -> (all: Int, shown: [Reading]) {
        let (condition, arguments) = which.condition(on: "reader")
        let hour = "at / 3600000"
        return try file.read { database in
            let groups =
                "SELECT \(hour) AS hour, reader, COUNT(*) AS count, MAX(at) AS last FROM reading \(condition) GROUP BY hour, reader"
            let all = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM (\(groups))", arguments: arguments) ?? 0
            let rows = try Row.fetchAll(
                database, sql: "\(groups) ORDER BY hour DESC, last DESC LIMIT ? OFFSET ?",
                arguments: arguments + [size, max(0, page - 1) * size])
            let shown = try rows.map { row in
                let reader: String = row["reader"]
                let records = try Row.fetchAll(
                    database,
                    sql: "SELECT record, fields FROM reading WHERE \(hour) = ? AND reader = ? GROUP BY record ORDER BY MAX(at) DESC",
                    arguments: [row["hour"] as Int64, reader])
                let fields = records.flatMap { ($0["fields"] as String).split(separator: ", ").map(String.init) }
                return Reading(
                    at: Instant(milliseconds: row["last"]), reader: reader, count: row["count"],
                    records: records.prefix(Credentials.mostNamed).map { $0["record"] },
                    more: max(0, records.count - Credentials.mostNamed), fields: Set(fields).sorted())
            }
            return (all, shown)
        }
    }

    /// One page of readings as they were noted, the newest first.
    func readings(_ which: Span, page: Int, of size: Int) throws -> (all: Int, shown: [Reading]) {
        let (condition, arguments) = which.condition(on: "reader")
        return try file.read { database in
            let all = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM reading \(condition)", arguments: arguments) ?? 0
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM reading \(condition) ORDER BY rowid DESC LIMIT ? OFFSET ?",
                arguments: arguments + [size, max(0, page - 1) * size])
            return (
                all,
                rows.map { row in
                    Reading(
                        at: Instant(milliseconds: row["at"]), reader: row["reader"], count: 1, records: [row["record"]], more: 0,
                        fields: (row["fields"] as String).split(separator: ", ").map(String.init))
                }
            )
        }
    }
}
