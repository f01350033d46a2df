import Foundation
import GRDB
import Ledger

/// One line of the record of what left, as it is hashed, stored, and carried by a copy of the house.
struct CopyLine {
    let number: Int64
    let at: Int64
    let export: String
    /// Which copy of its export it is.
    let copy: Int64
    let reader: String
    let kind: String
    let people: Int64
    let fields: String
    let format: String

    init(
        number: Int64, at: Int64, export: String, copy: Int64, reader: String, kind: String, people: Int64, fields: String, format: String
    ) {
        self.number = number
        self.at = at
        self.export = export
        self.copy = copy
        self.reader = reader
        self.kind = kind
        self.people = people
        self.fields = fields
        self.format = format
    }

    init(_ row: GRDB.Row) {
        self.init(
            number: row["number"], at: row["at"], export: row["export"], copy: row["copy"], reader: row["reader"], kind: row["kind"],
            people: row["people"], fields: row["fields"], format: row["format"])
    }

    /// Nil where the text is no such line.
    init?(_ json: JSON) {
        guard let parts = json.list, parts.count == 9, let number = parts[0].integer, let at = parts[1].integer, let export = parts[2].text,
            let copy = parts[3].integer, let reader = parts[4].text, let kind = parts[5].text, let people = parts[6].integer,
            let fields = parts[7].text, let format = parts[8].text
        else { return nil }
        self.init(
            number: number, at: at, export: export, copy: copy, reader: reader, kind: kind, people: people, fields: fields, format: format)
    }

    var json: JSON {
        .list([
            .integer(number), .integer(at), .text(export), .integer(copy), .text(reader), .text(kind), .integer(people), .text(fields),
            .text(format),
        ])
    }

    func insert(_ hash: [UInt8], into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO copy (number, at, export, copy, reader, kind, people, fields, format, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [number, at, export, copy, reader, kind, people, fields, format, Data(hash)])
    }
}
