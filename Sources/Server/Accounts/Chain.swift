import Crypto
import Foundation
import GRDB
package import Ledger

/// A table whose lines stay as they were written for ever: each holds the hash of the one before, so that none can be altered or left out
/// without a trace.
package struct Chain: Sendable {
    /// Whether all lines are whole.
    package struct Proof: Hashable, Sendable {
        package let count: Int
        /// The hash of the last line, by which a copy kept elsewhere is compared.
        package let head: String
        /// The first line that is not as it was written, or where one is missing; nil where all are as they were.
        package let damaged: Int64?
    }

    /// A line did not come into the file: something in it keeps it out.
    struct NotKept: Error { let table: String }

    package let table: String
    /// The columns that are hashed, in this order, after the line's number.
    let columns: [String]
    /// Whether the first lines may have no hash, as an earlier release wrote them.
    var beginsUnchained = false

    package static let events = Chain(table: "event", columns: ["at", "matter", "account", "by", "peer"])
    package static let readings = Chain(table: "reading", columns: ["at", "reader", "record", "fields"])
    package static let copies = Chain(
        table: "copy", columns: ["at", "export", "copy", "reader", "kind", "people", "fields", "format"], beginsUnchained: true)
    static let all = [events, readings, copies]

    /// What keeps lines from being altered by mistake. Whoever holds the file can take that away; the hashes tell.
    var guards: String {
        """
        CREATE TRIGGER IF NOT EXISTS \(table)_stays BEFORE UPDATE ON \(table) BEGIN SELECT RAISE(ABORT, 'kept as written'); END;
        CREATE TRIGGER IF NOT EXISTS \(table)_remains BEFORE DELETE ON \(table) BEGIN SELECT RAISE(ABORT, 'kept as written'); END;
        """
    }

    /// Adds a line with these values of its columns.
    ///
    /// - Throws: ``NotKept`` where the file took it and does not hold it.
    func add(_ values: [JSON], to database: Database) throws {
        let last = try Row.fetchOne(database, sql: "SELECT number, hash FROM \(table) ORDER BY number DESC LIMIT 1")
        let number: Int64 = (last?["number"] ?? 0) + 1
        let hash = Chain.hash(number, values, after: Array(last?["hash"] as Data? ?? Data()))
        try insert(number, values, hash, into: database)
        let kept = try Data.fetchOne(database, sql: "SELECT hash FROM \(table) WHERE number = ?", arguments: [number])
        guard kept == Data(hash) else { throw NotKept(table: table) }
    }

    /// Reads every line and proves that it is the one that was written, and that none is missing: between them, or at the end.
    ///
    /// Where the table's indexes do not say what the table says, no line is proved: an index would answer otherwise than what was read here.
    func proof(_ database: Database) throws -> Proof {
        guard try Row.fetchAll(database, sql: "PRAGMA integrity_check(\(table))").map({ $0[0] as String }) == ["ok"] else {
            return Proof(count: 0, head: "", damaged: 1)
        }
        var (count, last, previous) = (0, Int64(0), [UInt8]())
        let rows = try rows(database)
        while let row = try rows.next() {
            let (number, values, hash) = line(row)
            let isUnchained = beginsUnchained && hash.isEmpty && previous.isEmpty
            guard number == last + 1, isUnchained || Chain.hash(number, values, after: previous) == hash else {
                return Proof(count: count, head: previous.hexadecimal, damaged: last + 1)
            }
            (count, last, previous) = (count + 1, number, hash)
        }
        let given = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table]) ?? 0
        return Proof(count: count, head: previous.hexadecimal, damaged: given > last ? last + 1 : nil)
    }

    /// The hashes of some lines, by their numbers, as the proof reads them; of a number that stands there twice the last.
    func hashes(of numbers: Set<Int>, _ database: Database) throws -> [Int: [UInt8]] {
        var found: [Int: [UInt8]] = [:]
        let rows = try rows(database)
        while let row = try rows.next() {
            let (number, _, hash) = line(row)
            if numbers.contains(Int(clamping: number)) { found[Int(clamping: number)] = hash }
        }
        return found
    }

    /// Every line with its hash, as it is carried elsewhere.
    func lines(_ database: Database) throws -> [JSON] {
        let rows = try rows(database)
        var lines: [JSON] = []
        while let row = try rows.next() {
            let (number, values, hash) = line(row)
            lines.append(.list([.list([.integer(number)] + values), .text(Data(hash).base64EncodedString())]))
        }
        return lines
    }

    /// Takes in lines that were carried here, as they are: whether they are whole the proof tells.
    func take(_ lines: [JSON], into database: Database) throws {
        for line in lines {
            guard let parts = line.list, parts.count == 2, let values = parts[0].list, values.count == columns.count + 1,
                let number = values[0].integer, let hash = parts[1].text.flatMap({ Data(base64Encoded: $0) })
            else { throw CocoaError(.fileReadCorruptFile) }
            try insert(number, Array(values.dropFirst()), Array(hash), into: database)
        }
    }

    private func insert(_ number: Int64, _ values: [JSON], _ hash: [UInt8], into database: Database) throws {
        let places = Array(repeating: "?", count: columns.count + 2).joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO \(table) (number, \(columns.joined(separator: ", ")), hash) VALUES (\(places))",
            arguments: StatementArguments([number] + values.map(Chain.stored) + [Data(hash)]))
    }

    private func rows(_ database: Database) throws -> RowCursor {
        try Row.fetchCursor(
            database, sql: "SELECT number, hash, \(columns.joined(separator: ", ")) FROM \(table) NOT INDEXED ORDER BY number")
    }

    private func line(_ row: GRDB.Row) -> (number: Int64, values: [JSON], hash: [UInt8]) {
        (row[0], columns.indices.map { Chain.read(row[$0 + 2]) }, Array(row[1] as Data))
    }

    private static func hash(_ number: Int64, _ values: [JSON], after previous: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: previous + Array(JSON.list([.integer(number)] + values).written.utf8)))
    }

    private static func stored(_ value: JSON) -> (any DatabaseValueConvertible)? { value.integer ?? value.text }

    private static func read(_ value: DatabaseValue) -> JSON {
        switch value.storage {
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        default: .null
        }
    }

    /// Something in the file does what the house did not make: it may keep lines out, or write others.
    package struct Strange: Error, CustomStringConvertible {
        package let name: String
        package var description: String { "\(Credentials.name): \(name)" }
    }

    private struct Thing: Hashable {
        let type: String
        let name: String
        let table: String
        let made: String
    }

    /// - Throws: ``Strange`` where the file holds a trigger, a view or an index that the house does not make, one of the house's otherwise, or
    ///   where one is missing that belongs to a table that is there.
    static func refuseStrange(_ database: Database) throws {
        let tables = all.map { "'\($0.table)'" }.joined(separator: ", ")
        let question = """
            SELECT type, name, tbl_name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND (type IN ('trigger', 'view') OR type = 'index' AND tbl_name IN (\(tables)))
            """
        func things(_ database: Database) throws -> Set<Thing> {
            Set(try Row.fetchAll(database, sql: question).map { Thing(type: $0[0], name: $0[1], table: $0[2], made: $0[3]) })
        }
        let wanted = try DatabaseQueue().write { scratch in
            for schema in [Credentials.readingSchema, Credentials.eventSchema, Credentials.copySchema] { try scratch.execute(sql: schema) }
            return try things(scratch)
        }
        let there = Set(try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
        let differing = wanted.filter { there.contains($0.table) }.symmetricDifference(try things(database))
        if let strange = differing.map(\.name).min() { throw Strange(name: strange) }
    }
}
