import Foundation
import GRDB
package import Ledger

/// What left the house: each copy of an export as it was fetched, by whom, with which fields of how many people. A line stays as it was written,
/// and holds the hash of the one before, so that none can be altered or left out without a trace.
extension Credentials {
    static let copySchema = """
        CREATE TABLE IF NOT EXISTS copy (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, export TEXT NOT NULL, copy INTEGER NOT NULL,
            reader TEXT NOT NULL, kind TEXT NOT NULL, people INTEGER NOT NULL, fields TEXT NOT NULL, format TEXT NOT NULL,
            hash BLOB NOT NULL DEFAULT x'');
        CREATE INDEX IF NOT EXISTS copy_reader ON copy (reader, at);
        """ + Chain.copies.guards

    /// One copy that left.
    package struct Copy: Sendable {
        /// The code of the export; blank where the folder of the data was written out.
        package let export: String
        /// The code of a kind; blank for all of them.
        package let kind: String
        package let people: Int
        package let fields: [String]
        /// As which file: `xlsx`, `csv`, `print`, `json`, `pack`.
        package let format: String

        package init(export: String, kind: String, people: Int, fields: [String], format: String) {
            self.export = export
            self.kind = kind
            self.people = people
            self.fields = fields
            self.format = format
        }
    }

    /// What one reader took on one day of the same fields of a kind.
    struct DaysCopies: Sendable {
        let day: Day
        let reader: String
        let kind: String
        let fields: [String]
        let copies: Int
        /// People in all copies together: who is in two of them counts twice.
        let people: Int
    }

    /// Notes a copy before it is handed out: it is on the disk when this returns, and no loss of power takes it away.
    ///
    /// - Returns: which copy of the export it is, from 1.
    package func note(_ copy: Copy, for reader: String, at now: Instant) throws -> Int {
        try file.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            defer { try? database.execute(sql: "PRAGMA synchronous = NORMAL") }
            var number = 0
            try database.inTransaction(.immediate) {
                number = try Credentials.write(copy, for: reader, at: now, database)
                return .commit
            }
            return number
        }
    }

    private static func write(_ copy: Copy, for reader: String, at now: Instant, _ database: Database) throws -> Int {
        let before = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM copy WHERE export = ?", arguments: [copy.export])
        let number = Int64(before ?? 0) + 1
        let fields = copy.fields.joined(separator: ", ")
        try Chain.copies.add(
            [
                .integer(now.milliseconds), .text(copy.export), .integer(number), .text(reader), .text(copy.kind),
                .integer(Int64(copy.people)), .text(fields), .text(copy.format),
            ], to: database)
        try Chain.readings.add(
            [
                .integer(now.milliseconds), .text(reader), .text("\(copy.kind) ×\(copy.people) → \(copy.export) #\(number)"),
                .text(fields),
            ], to: database)
        return Int(number)
    }

    /// One page of what left, in sum by day, reader and fields, the newest first.
    ///
    /// - Parameter offset: minutes by which the ceremony's clocks are ahead: by them a day begins.
    func copiesByDay(_ which: Span, offset: Int, page: Int, of size: Int) throws -> (all: Int, shown: [DaysCopies]) {
        let (condition, arguments) = which.condition(on: "reader")
        let groups = """
            SELECT (at + ?) / 86400000 AS day, reader, kind, fields, COUNT(*) AS copies, SUM(people) AS people, MAX(number) AS last
            FROM copy \(condition) GROUP BY day, reader, kind, fields
            """
        return try file.read { database in
            let shift: StatementArguments = [Int64(offset) * 60_000]
            let all = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM (\(groups))", arguments: shift + arguments) ?? 0
            let rows = try Row.fetchAll(
                database, sql: "\(groups) ORDER BY last DESC LIMIT ? OFFSET ?",
                arguments: shift + arguments + [size, max(0, page - 1) * size])
            return (
                all,
                rows.map { row in
                    DaysCopies(
                        day: Day(number: Int32(row["day"] as Int64)), reader: row["reader"], kind: row["kind"],
                        fields: (row["fields"] as String).split(separator: ", ").map(String.init), copies: row["copies"],
                        people: row["people"])
                }
            )
        }
    }
}
