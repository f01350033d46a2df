import Foundation
import GRDB
import Ledger

/// Reads the whole journal and proves it: every hash, every link, and that the current state is the last of each history.
struct Verifier {
    private let database: Database
    init(_ database: Database) { self.database = database }

    func verification() throws -> Verification {
        var damage: [Verification.Damage] = []
        var previous = Head.origin
        let cursor = try SQLRow.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY sequence")
        var entries = 0
        while let row = try cursor.next() {
            let entry = try SQLiteJournal.readEntry(row, database)
            entries += 1
            if entry.sequence != previous.sequence + 1 { damage.append(.missing(sequence: previous.sequence + 1)) }
            if entry.previous != previous.hash { damage.append(.unlinked(sequence: entry.sequence)) }
            let kept = ChainHash(bytes: [UInt8](row["hash"] as Data))
            if kept != entry.hash { damage.append(.altered(sequence: entry.sequence)) }
            previous = Head(sequence: entry.sequence, hash: kept)
        }
        damage += try strayChanges() + currentDamage()
        let records = try Int.fetchOne(database, sql: "SELECT count(*) FROM current WHERE body IS NOT NULL") ?? 0
        return Verification(head: previous, entries: entries, records: records, damage: damage)
    }

    /// Changes whose time is not their entry's, or that belong to no entry: the chain does not cover these columns by itself.
    private func strayChanges() throws -> [Verification.Damage] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT DISTINCT change.sequence FROM change LEFT JOIN entry USING (sequence)
                WHERE entry.happened IS NULL OR entry.happened <> change.happened
                """
        ).map { .altered(sequence: $0) }
    }

    private func currentDamage() throws -> [Verification.Damage] {
        let differing = try SQLRow.fetchAll(
            database,
            sql: """
                WITH last AS (
                  SELECT kind, number, happened, sequence, place, body, sealed, subject, key FROM (
                    SELECT *, row_number() OVER (PARTITION BY kind, number ORDER BY happened DESC, sequence DESC, place DESC) AS age
                    FROM change) WHERE age = 1)
                SELECT kind, number FROM (SELECT * FROM last EXCEPT
                  SELECT kind, number, happened, sequence, place, body, sealed, subject, key FROM current)
                UNION SELECT kind, number FROM (
                  SELECT kind, number, happened, sequence, place, body, sealed, subject, key FROM current EXCEPT SELECT * FROM last)
                """)
        return differing.map { .current(kind: $0[0], number: UInt32(clamping: $0[1] as Int64)) }
    }
}
