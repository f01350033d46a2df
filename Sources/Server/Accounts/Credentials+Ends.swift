import Foundation
import GRDB
package import Ledger

/// A line of a record that stays, by which it is known elsewhere that the record reached so far.
package struct KeptLine: Hashable, Sendable {
    /// The name of the record.
    package let record: String
    package let number: Int
    /// The line's hash, which holds all that stands before it.
    package let hash: String

    package init(record: String, number: Int, hash: String) {
        self.record = record
        self.number = number
        self.hash = hash
    }
}

/// The chain of a record says nothing of lines that are cut off at its end: where it ended is kept together with the journal's heads.
extension Credentials {
    /// How a record does not hold a line that was kept.
    package enum Lack: Hashable, Sendable {
        /// It ends before.
        case beyond
        /// Another line stands there.
        case otherwise
    }

    /// The last line of each record in a folder, which may be in use: it is on the disk when this returns, so that a loss of power takes
    /// away nothing of which a kept head tells.
    package static func ends(in folder: String) throws -> [KeptLine] {
        let ends = try reading(folder) { database -> [KeptLine] in
            try chained(database).compactMap { chain in
                guard let row = try Row.fetchOne(database, sql: "SELECT number, hash FROM \(chain.table) ORDER BY number DESC LIMIT 1"),
                    case let hash = Array(row[1] as Data), !hash.isEmpty
                else { return nil }
                return KeptLine(record: chain.table, number: row[0], hash: hash.hexadecimal)
            }
        }
        for file in [path(in: folder) + "-wal", path(in: folder)] where FileManager.default.fileExists(atPath: file) {
            let descriptor = open(file, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
        return ends ?? []
    }

    /// Which of these lines the records in a folder do not hold; the first of each record and kind alone.
    package static func lacking(_ lines: some Sequence<KeptLine>, in folder: String) throws -> [(line: KeptLine, lack: Lack)] {
        let wanted = Dictionary(grouping: Set(lines), by: \.record)
        return try Chain.all.flatMap { chain -> [(line: KeptLine, lack: Lack)] in
            guard let kept = wanted[chain.table]?.sorted(by: { ($0.number, $0.hash) < ($1.number, $1.hash) }) else { return [] }
            let lacks = try reading(folder) { database -> [(line: KeptLine, lack: Lack)] in
                guard try chained(database).contains(where: { $0.table == chain.table }) else {
                    return kept.prefix(1).map { ($0, .beyond) }
                }
                var found: [Lack: KeptLine] = [:]
                // Read as the proof reads: what another question would be answered proves nothing.
                let hashes = try chain.hashes(of: Set(kept.map(\.number)), database)
                for line in kept {
                    let lack: Lack? = hashes[line.number].map { $0.hexadecimal == line.hash ? nil : .otherwise } ?? .beyond
                    if let lack, found[lack] == nil { found[lack] = line }
                }
                return [Lack.otherwise, .beyond].compactMap { lack in found[lack].map { ($0, lack) } }
            }
            return lacks ?? kept.prefix(1).map { ($0, .beyond) }
        }
    }

    /// The records that a file holds as chains.
    private static func chained(_ database: Database) throws -> [Chain] {
        try Chain.all.filter { chain in
            try database.tableExists(chain.table) && database.columns(in: chain.table).contains { $0.name == "hash" }
        }
    }
}
