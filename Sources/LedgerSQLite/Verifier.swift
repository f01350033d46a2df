import Foundation
import GRDB
import Ledger

/// Reads the whole journal and proves it: every hash, every link, that the current state is the last of each history, that every version
/// is a record of its kind, and that what is sealed opens and the attachments that it names are there, or an erasure says why not.
struct Verifier {
    private let database: Database
    private let register: Register
    private let keys: KeyRing
    private let erasures: Erasures

    /// - Parameter keys: those that there were before or after what is looked at.
    init(_ database: Database, _ register: Register, _ keys: KeyRing) throws {
        self.database = database
        self.register = register
        self.keys = keys
        erasures = try Erasures(database)
    }

    /// - Parameter held: the keys that there are when all has been looked at.
    func verification(held: () throws -> KeyRing) throws -> Verification {
        var damage = try fileDamage() + schemaDamage()
        var previous = Head.origin
        let cursor = try SQLRow.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY sequence")
        var entries = 0
        var attachments = AttachmentProof(database, register, keys)
        while let row = try cursor.next() {
            let entry = try SQLiteJournal.readEntry(row, database)
            entries += 1
            if entry.sequence != previous.sequence + 1 { damage.append(.missing(sequence: previous.sequence + 1)) }
            if entry.previous != previous.hash { damage.append(.unlinked(sequence: entry.sequence)) }
            let kept = ChainHash(bytes: [UInt8](row["hash"] as Data))
            // What is no key is in no hash.
            let erases = entry.erases.map(\.description).joined(separator: ",")
            if kept != entry.hash || erases != row["erases"] { damage.append(.altered(sequence: entry.sequence)) }
            damage += contentDamage(entry, &attachments)
            previous = Head(sequence: entry.sequence, hash: kept)
        }
        damage += try strayChanges() + currentDamage()
        let held = try held()
        let found = try attachments.found(erased: erasures.identities)
        damage += found.damage
        if found.isUnfinished || erasures.identities.contains(where: { held[$0] != nil }) { damage.append(.unfinishedErasure) }
        let records = try Int.fetchOne(database, sql: "SELECT count(*) FROM current WHERE body IS NOT NULL") ?? 0
        return Verification(head: previous, entries: entries, records: records, damage: damage)
    }

    /// What of an entry can be read by nobody, though nobody erased it.
    private func contentDamage(_ entry: Entry, _ attachments: inout AttachmentProof) -> [Verification.Damage] {
        var damage: [Verification.Damage] = []
        var isErased = entry.wordKeys.contains(where: erasures.identities.contains)
        for change in entry.changes {
            let stored = StoredRecord(change: change, sequence: entry.sequence, happened: entry.happened)
            if (try? register.row(stored, keys: KeyRing())) == nil, change.body != nil {
                damage.append(.undecodable(sequence: entry.sequence, kind: change.kind, number: change.number))
            }
            guard let sealed = change.sealed else { continue }
            let place = Sealing.Place(kind: change.kind, number: change.number, sequence: entry.sequence)
            for text in keys.opened(sealed, at: place) { attachments.named(by: text, change) }
            let unopened = keys.unopened(sealed, at: place)
            guard !unopened.isEmpty else { continue }
            if erasures.explain(unopened, of: sealed, sequence: entry.sequence) {
                isErased = isErased || keys.key(of: sealed) == nil
                attachments.erased(change)
            } else {
                damage.append(.sealed(sequence: entry.sequence, kind: change.kind, number: change.number))
            }
        }
        if entry.words(keys: keys) == nil, !isErased { damage.append(.words(sequence: entry.sequence)) }
        return damage
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

    /// How many lines SQLite says of a file that it finds damaged.
    private static let mostOfFile = 10

    private func fileDamage() throws -> [Verification.Damage] {
        let told = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(Verifier.mostOfFile))")
        return told.filter { $0 != "ok" }.map { .file($0) }
    }

    /// A trigger that alters what is written, an index that no longer keeps a key from being used twice: what is in the file besides
    /// content is held against what the house makes.
    private func schemaDamage() throws -> [Verification.Damage] {
        let made = try DatabaseQueue()
        let wanted = try made.write { scratch in
            try scratch.execute(sql: Schema.tables)
            for view in Schema.views(register) { try scratch.execute(sql: view.sql) }
            return try Verifier.schema(of: scratch)
        }
        let found = try Verifier.schema(of: database)
        // A trigger may bear the name of an index: whatever differs is told by its name, once.
        let names = Set(wanted.symmetricDifference(found).map(\.name))
        return names.sorted().map { .schema(name: $0) }
    }

    private struct Thing: Hashable {
        let type: String
        let name: String
        let content: String
    }

    /// Each thing with all that it is. Of a table its columns, for one that was altered on the way is written in another order; and
    /// each word of what was written, so that no condition, collation or looseness is in it that the house does not make.
    private static func schema(of database: Database) throws -> Set<Thing> {
        let things = try SQLRow.fetchAll(database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return try things.reduce(into: []) { schema, thing in
            let (type, name): (String, String) = (thing[0], thing[1])
            let content: String
            if type == "table" {
                let columns = try SQLRow.fetchAll(
                    database, sql: "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)", arguments: [name])
                let told = columns.map { column in column.map { "\($0.1)" }.joined(separator: " ") }.joined(separator: ", ")
                content = told + " | " + words(of: thing[3]).sorted().joined(separator: " ")
            } else {
                content = thing[3]
            }
            schema.insert(Thing(type: type, name: name, content: "\(thing[2] as String) \(content)"))
        }
    }

    private static func words(of text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber && !"<>=_'\"".contains($0) }
    }
}
