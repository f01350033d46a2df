import Foundation
import GRDB
package import Ledger

/// Who was shown what is sensitive of somebody.
extension Credentials {
    /// Notes that somebody was shown sensitive fields of a record: which, never what stood there.
    func note(_ reader: String, read fields: [String], of record: String, at now: Instant) throws {
        try file.write {
            try $0.execute(
                sql: "INSERT INTO reading (at, reader, record, fields) VALUES (?, ?, ?, ?)",
                arguments: [now.milliseconds, reader, record, fields.joined(separator: ", ")])
        }
    }

    package struct Reading: Sendable {
        package let at: Instant
        package let reader: String
        package let record: String
        package let fields: String
    }

    /// The last readings of sensitive fields, the newest first.
    func readings(_ limit: Int) throws -> [Reading] {
        try file.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM reading ORDER BY rowid DESC LIMIT ?", arguments: [limit]).map {
                Reading(at: Instant(milliseconds: $0["at"]), reader: $0["reader"], record: $0["record"], fields: $0["fields"])
            }
        }
    }
}
