import Foundation
import GRDB
public import Ledger

/// The files that records name, in the journal's own file: written with the entry that names them, so that neither is there without the other,
/// and copied with it.
extension SQLiteJournal {
    public func attachments(kind: String, number: UInt32) async throws(JournalFailure) -> [SealedAttachment] {
        try await reading { try $0.attachments(kind: kind, number: number) }
    }

    public func attachedBytes(kind: String, number: UInt32) async throws(JournalFailure) -> (record: Int, all: Int) {
        try await reading { database in
            let row = try SQLRow.fetchOne(
                database,
                sql: """
                    SELECT coalesce(sum(length(sealed)) FILTER (WHERE kind = ? AND number = ?), 0), coalesce(sum(length(sealed)), 0)
                    FROM attachment
                    """, arguments: [kind, Int64(number)])
            return (row?[0] ?? 0, row?[1] ?? 0)
        }
    }
}

extension Database {
    /// Where a record names again what it named before, it is there already.
    func keep(_ attachment: SealedAttachment) throws {
        try cachedStatement(sql: "INSERT OR IGNORE INTO attachment VALUES (?, ?, ?, ?, ?)").execute(arguments: [
            attachment.kind, Int64(attachment.number), attachment.key.description, Data(attachment.name), Data(attachment.sealed),
        ])
    }

    /// What lies under keys that are destroyed.
    func removeAttachments(under keys: Set<KeyIdentity>) throws {
        for key in keys { try execute(sql: "DELETE FROM attachment WHERE key = ?", arguments: [key.description]) }
    }

    func attachments(kind: String, number: UInt32) throws -> [SealedAttachment] {
        let rows = try SQLRow.fetchAll(
            self, sql: "SELECT key, name, sealed FROM attachment WHERE kind = ? AND number = ?", arguments: [kind, Int64(number)])
        return rows.compactMap { row in
            KeyIdentity(row[0] as String).map { key in
                SealedAttachment(kind: kind, number: number, key: key, name: [UInt8](row[1] as Data), sealed: [UInt8](row[2] as Data))
            }
        }
    }
}
