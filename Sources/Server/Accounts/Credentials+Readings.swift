import Foundation
import GRDB
package import Ledger

/// Who was shown what is sensitive of somebody. Each reading is a line of its own and stays; a page gathers them.
extension Credentials {
    /// Notes that somebody was shown sensitive fields of a record: which, never what stood there.
    package func note(_ reader: String, read fields: [String], of record: String, at now: Instant) throws {
        try file.write {
            try Chain.readings.add(
                [.integer(now.milliseconds), .text(reader), .text(record), .text(fields.joined(separator: ", "))], to: $0)
        }
    }

    static let readingSchema = """
        CREATE TABLE IF NOT EXISTS reading (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, reader TEXT NOT NULL, record TEXT NOT NULL,
            fields TEXT NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS reading_time ON reading (at);
        """ + Chain.readings.guards

    /// An earlier release kept lines that nothing bound to each other: they are written anew, in their order.
    static func chainReadings(_ database: Database) throws {
        guard try database.tableExists("reading"), try !database.columns(in: "reading").contains(where: { $0.name == "hash" }) else {
            return
        }
        try database.execute(sql: "ALTER TABLE reading RENAME TO unchained; DROP INDEX IF EXISTS reading_time")
        try database.execute(sql: readingSchema)
        let rows = try Row.fetchCursor(database, sql: "SELECT at, reader, record, fields FROM unchained ORDER BY rowid")
        while let row = try rows.next() {
            try Chain.readings.add([.integer(row[0]), .text(row[1]), .text(row[2]), .text(row[3])], to: database)
        }
        try database.execute(sql: "DROP TABLE unchained")
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
                database, sql: "SELECT * FROM reading \(condition) ORDER BY number DESC LIMIT ? OFFSET ?",
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
