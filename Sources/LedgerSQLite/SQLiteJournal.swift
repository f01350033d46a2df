import Foundation
import GRDB
public import Ledger

/// The embedded journal: one folder with `journal.sqlite` (entries and current state) and `keys.sqlite` (persons' keys).
public final class SQLiteJournal: Journal {
    let pool: DatabasePool
    let keyFile: KeyFile

    /// Opens the journal in a folder, making it where there is none.
    ///
    /// - Throws: ``JournalFailure/unfit(_:)`` when commits would not be durable or the file is of another format.
    public init(folder: String, register: Register) throws(JournalFailure) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            keyFile = try KeyFile(path: folder + "/keys.sqlite")
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.label = "journal"
            pool = try DatabasePool(path: folder + "/journal.sqlite", configuration: configuration)
            try pool.writeWithoutTransaction { database in
                try SQLiteJournal.makeDurable(database)
                try SQLiteJournal.prepare(database, register)
            }
        } catch {
            throw SQLiteJournal.failure(error)
        }
    }

    /// GRDB lowers `synchronous` to NORMAL when it turns WAL on, after any preparation: it is set again here and read back.
    private static func makeDurable(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
        let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        guard level == 2, mode == "wal" else {
            throw JournalFailure.unfit("synchronous=\(level ?? -1), journal_mode=\(mode ?? "?")")
        }
    }

    private static func prepare(_ database: Database, _ register: Register) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard (0...Schema.version).contains(version) else { throw JournalFailure.unfit("format \(version)") }
        let existing = Dictionary(
            uniqueKeysWithValues: try SQLRow.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'view'").map {
                ($0["name"] as String, $0["sql"] as String)
            })
        let wanted = Schema.views(register)
        let stale = existing.keys.filter { name in !wanted.contains { $0.name == name && $0.sql == existing[name] } }
        let missing = wanted.filter { existing[$0.name] != $0.sql }
        guard version < Schema.version || !stale.isEmpty || !missing.isEmpty else { return }
        try database.inTransaction {
            if version == 1 { try database.execute(sql: Schema.second) } else { try database.execute(sql: Schema.tables) }
            try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
            for name in stale { try database.execute(sql: "DROP VIEW \"\(name)\"") }
            for view in missing { try database.execute(sql: view.sql) }
            return .commit
        }
    }

    public func head() async throws(JournalFailure) -> Head {
        try await reading { database in try SQLiteJournal.head(database) }
    }

    private static func head(_ database: Database) throws -> Head {
        // It is asked before every batch: understanding the question takes longer than answering it.
        let last = try database.cachedStatement(sql: "SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1")
        guard let row = try SQLRow.fetchOne(last) else { return .origin }
        return Head(sequence: row[0] as Int, hash: ChainHash(bytes: [UInt8](row[1] as Data)))
    }

    public func append(_ entries: [Entry], keys: [PersonKey]) async throws(JournalFailure) {
        guard let first = entries.first, let last = entries.last else { return }
        do {
            try keyFile.add(keys)
            try await pool.write { database in
                guard try SQLiteJournal.head(database).hash == first.previous else { throw JournalFailure.notAtHead }
                for entry in entries { try SQLiteJournal.insert(entry, database) }
            }
            let spacing = SQLiteJournal.entriesBetweenCheckpoints
            if last.sequence / spacing > (first.sequence - 1) / spacing {
                try await pool.writeWithoutTransaction { try SQLiteJournal.checkpoint($0) }
            }
        } catch {
            throw SQLiteJournal.failure(error)
        }
    }

    private static let entriesBetweenCheckpoints = 250

    /// Moves what is in the write-ahead log into the journal's file. SQLite would do it by itself, but keep to itself that the
    /// disk failed at it. Where only space is wanting, or somebody reads, it is put off.
    private static func checkpoint(_ database: Database) throws {
        do {
            try database.checkpoint(.passive)
        } catch let error as DatabaseError where [.SQLITE_FULL, .SQLITE_BUSY].contains(error.resultCode) {}
    }

    private static func insert(_ entry: Entry, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            entry.sequence, entry.happened.milliseconds, entry.recorded.milliseconds, entry.actor, entry.act, entry.words.reason,
            entry.idempotencyKey, Data(entry.previous.bytes), Data(entry.hash.bytes), entry.signatory.account, entry.signatory.way,
            entry.signatory.proposer, entry.words.override, entry.sealedWords,
        ])
        let change = try database.cachedStatement(sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        // A version that was true earlier than the one held does not become current: history is in the order of what happened.
        let current = try database.cachedStatement(
            sql: """
                INSERT INTO current VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(kind, number) DO UPDATE SET
                sequence = excluded.sequence, place = excluded.place, happened = excluded.happened, body = excluded.body,
                sealed = excluded.sealed, subject = excluded.subject, key = excluded.key WHERE excluded.happened >= current.happened
                """)
        for (place, stored) in entry.changes.enumerated() {
            let number = Int64(stored.number)
            let sealed = stored.sealed
            let subject = sealed.map { Int64($0.dataSubject) }
            let happened = entry.happened.milliseconds
            try change.execute(arguments: [
                entry.sequence, place, stored.kind, number, happened, stored.body, sealed?.text, subject, sealed?.key,
            ])
            try current.execute(arguments: [
                stored.kind, number, entry.sequence, place, happened, stored.body, sealed?.text, subject, sealed?.key,
            ])
        }
    }

    public func entries(after sequence: Int, limit: Int) async throws(JournalFailure) -> [Entry] {
        try await reading { database in
            let rows = try SQLRow.fetchAll(
                database, sql: "SELECT * FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?", arguments: [sequence, limit])
            return try rows.map { try SQLiteJournal.readEntry($0, database) }
        }
    }

    public func entry(idempotencyKey: String) async throws(JournalFailure) -> Entry? {
        try await reading { database in
            try SQLRow.fetchOne(database, sql: "SELECT * FROM entry WHERE idempotency_key = ?", arguments: [idempotencyKey])
                .map { try SQLiteJournal.readEntry($0, database) }
        }
    }

    static func readEntry(_ row: SQLRow, _ database: Database) throws -> Entry {
        let sequence: Int = row["sequence"]
        let changes = try SQLRow.fetchAll(
            database.cachedStatement(sql: "SELECT kind, number, body, sealed, subject, key FROM change WHERE sequence = ? ORDER BY place"),
            arguments: [sequence]
        ).map { SQLiteJournal.change($0) }
        return Entry(
            sequence: sequence, happened: Instant(milliseconds: row["happened"]), recorded: Instant(milliseconds: row["recorded"]),
            signatory: Entry.Signatory(row["actor"], account: row["account"], way: row["way"], proposer: row["proposer"]), act: row["act"],
            words: Entry.Words(reason: row["reason"], override: row["override"]), sealedWords: row["sealed"],
            idempotencyKey: row["idempotency_key"], changes: changes, previous: ChainHash(bytes: [UInt8](row["previous"] as Data)))
    }

    /// Kind, number, body, sealed part, data subject and key, in this order.
    static func change(_ row: SQLRow) -> StoredChange {
        let sealed = (row[3] as String?).map {
            StoredChange.Sealed(text: $0, dataSubject: UInt32(clamping: row[4] as Int64? ?? 0), key: row[5])
        }
        return StoredChange(kind: row[0], number: UInt32(clamping: row[1] as Int64), body: row[2], sealed: sealed)
    }

    public func records(_ view: PointOfView) async throws(JournalFailure) -> [StoredRecord] {
        let columns = "kind, number, body, sealed, subject, key, sequence, happened"
        let filter: (sql: String, argument: Int64)
        switch view {
        case .now:
            return try await stored("SELECT \(columns) FROM current WHERE body IS NOT NULL ORDER BY kind, number", [])
        case .happened(let instant): filter = ("happened <= ?", instant.milliseconds)
        case .recorded(let instant):
            filter = ("sequence <= (SELECT coalesce(max(sequence), 0) FROM entry WHERE recorded <= ?)", instant.milliseconds)
        case .sequence(let sequence): filter = ("sequence <= ?", Int64(sequence))
        }
        return try await stored(
            """
            SELECT \(columns) FROM (SELECT *, row_number() OVER
            (PARTITION BY kind, number ORDER BY happened DESC, sequence DESC, place DESC) AS age FROM change WHERE \(filter.sql))
            WHERE age = 1 AND body IS NOT NULL ORDER BY kind, number
            """, [filter.argument])
    }

    public func versions(kind: String?, number: UInt32?) async throws(JournalFailure) -> [StoredRecord] {
        try await stored(
            """
            SELECT kind, number, body, sealed, subject, key, sequence, happened FROM change
            WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR number = ?2) ORDER BY happened, sequence, place
            """, [kind, number.map { Int64($0) }])
    }

    private func stored(_ sql: String, _ arguments: StatementArguments) async throws(JournalFailure) -> [StoredRecord] {
        try await reading { database in
            var records: [StoredRecord] = []
            let cursor = try SQLRow.fetchCursor(database, sql: sql, arguments: arguments)
            while let row = try cursor.next() {
                let happened = Instant(milliseconds: row[7] as Int64)
                records.append(StoredRecord(change: SQLiteJournal.change(row), sequence: row[6] as Int, happened: happened))
            }
            return records
        }
    }

    public func lastNumbers() async throws(JournalFailure) -> [String: UInt32] {
        try await reading { database in
            let rows = try SQLRow.fetchAll(database, sql: "SELECT kind, max(number) FROM current GROUP BY kind")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, UInt32(clamping: $0[1] as Int64)) })
        }
    }

    public func keys() async throws(JournalFailure) -> [PersonKey] {
        do { return try keyFile.all() } catch { throw SQLiteJournal.failure(error) }
    }

    public func destroyKey(of dataSubject: UInt32) async throws(JournalFailure) {
        do { try keyFile.destroy(dataSubject) } catch { throw SQLiteJournal.failure(error) }
    }

    public func verify() async throws(JournalFailure) -> Verification {
        try await reading { database in try Verifier(database).verification() }
    }

    /// Closes the files, so that nothing is left in the write-ahead log.
    public func close() throws(JournalFailure) {
        do {
            try pool.close()
            try keyFile.close()
        } catch { throw SQLiteJournal.failure(error) }
    }

    private func reading<Answer: Sendable>(
        _ question: @escaping @Sendable (Database) throws -> Answer
    ) async throws(JournalFailure) -> Answer {
        do { return try await pool.read(question) } catch { throw SQLiteJournal.failure(error) }
    }

    /// What a failure of SQLite means for the house. No space before the commit is a refusal; anything else that the disk
    /// reports leaves it unknown what is kept.
    static func failure(_ error: any Error) -> JournalFailure {
        if let failure = error as? JournalFailure { return failure }
        guard let error = error as? DatabaseError else { return .broken(String(describing: error)) }
        switch error.resultCode {
        case .SQLITE_FULL: return .noSpace
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .unreadable(error.message ?? "not a journal")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: return .unfit(error.message ?? "cannot be opened")
        default: return .broken("SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
        }
    }
}
