import Foundation
import GRDB
public import Ledger

/// The embedded journal: one folder with `journal.sqlite` (entries and current state), `keys.sqlite` (the keys of what is sealed, wrapped),
/// `master.key` (under which they are) and `erased.list` (which of them are gone).
public final class SQLiteJournal: Journal {
    let pool: DatabasePool
    let keyFile: KeyFile
    let folder: String
    private let erasedList: ErasedList
    private let register: Register
    private let sleep: Sleep

    /// Opens the journal in a folder, making it where there is none.
    ///
    /// - Parameters:
    ///   - dice: what the master of the keys is drawn from.
    ///   - sleep: how time is waited for.
    /// - Throws: ``JournalFailure/unfit(_:)`` when commits would not be durable or the file is of another format;
    ///   ``JournalFailure/keysMissing(_:)`` where texts are sealed and the file with the keys, or their master, is not there.
    public init(folder: String, register: Register, dice: Dice = .machine, sleep: Sleep = .machine) throws(JournalFailure) {
        self.sleep = sleep
        self.folder = folder
        self.register = register
        erasedList = ErasedList(folder: folder)
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.label = "journal"
            pool = try DatabasePool(path: folder + "/journal.sqlite", configuration: configuration)
            try pool.writeWithoutTransaction { database in
                try SQLiteJournal.makeDurable(database)
                try SQLiteJournal.prepare(database, register)
            }
            keyFile = try KeyFile(folder: folder, dice) { [pool] in try pool.read { try SQLiteJournal.sealedTexts($0) } }
        } catch {
            // What cannot be opened now is not fit to be served, whatever it is for want of.
            if case .notWritten(let why) = SQLiteJournal.failure(error) { throw .unfit(why) }
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
            if version == 1 { try database.execute(sql: Schema.second) }
            if (1...2).contains(version) { try database.execute(sql: Schema.third) }
            if (1...3).contains(version) { try database.execute(sql: Schema.fourth) }
            if version == 0 { try database.execute(sql: Schema.tables) }
            try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
            for name in stale { try database.execute(sql: "DROP VIEW \"\(name)\"") }
            for view in missing { try database.execute(sql: view.sql) }
            return .commit
        }
    }

    /// How many records lie sealed; where none does now, whether any ever did.
    private static func sealedTexts(_ database: Database) throws -> Int {
        let now = try Int.fetchOne(database, sql: "SELECT count(*) FROM current WHERE sealed IS NOT NULL") ?? 0
        if now > 0 { return now }
        let ever = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS(SELECT 1 FROM change WHERE sealed IS NOT NULL) OR EXISTS(SELECT 1 FROM entry WHERE sealed IS NOT NULL)")
        return ever == true ? 1 : 0
    }

    /// Ends what a kill has left half done: whoever writes does so before anything else.
    ///
    /// - Parameter further: keys that are destroyed though no entry of this journal says so: of an older copy, what was erased since.
    /// - Throws: ``JournalFailure/olderCopy(_:)`` where the list beside it says that more was erased than the journal knows.
    public func settle(erasing further: Set<KeyIdentity> = []) throws(JournalFailure) {
        try refuseOlderCopy()
        do {
            let told = try pool.read { try SQLiteJournal.erasures($0) }
            WorkFolder.sweep(folder, "backup")
            try keyFile.settle(erased: told.union(further))
            try pool.write { try $0.removeAttachments(under: further) }
            try erasedList.keep(try pool.read { try SQLiteJournal.erasedHistory($0) })
        } catch { throw SQLiteJournal.failure(error) }
    }

    /// The keys that the entries erase.
    static func erasures(_ database: Database) throws -> Set<KeyIdentity> {
        let lists = try String.fetchAll(database, sql: "SELECT erases FROM entry WHERE erases <> ''")
        return Set(lists.flatMap { $0.split(separator: ",").compactMap { KeyIdentity($0) } })
    }

    /// The erasures in their order, and of which house they are.
    static func erasedHistory(_ database: Database) throws -> ErasedHistory {
        let first = try Data.fetchOne(database, sql: "SELECT hash FROM entry ORDER BY sequence LIMIT 1")
        let rows = try SQLRow.fetchAll(database, sql: "SELECT sequence, recorded, erases FROM entry WHERE erases <> '' ORDER BY sequence")
        return ErasedHistory(
            house: first.map { ChainHash(bytes: [UInt8]($0)) },
            erasures: rows.map { row in
                (row[0], Instant(milliseconds: row[1]), (row[2] as String).split(separator: ",").compactMap { KeyIdentity($0) })
            })
    }

    /// The last erasure, as the list of this journal closes it; nil where nobody was erased. Kept elsewhere, it tells a list that lacks it.
    public func lastErasure() async throws(JournalFailure) -> ErasedContent.Erasure? {
        try await reading { ErasedContent(try SQLiteJournal.erasedHistory($0).text)?.erasures.last }
    }

    /// Files of an earlier day, put back beside a list of what was erased since, would bring it all back.
    ///
    /// - Throws: ``JournalFailure/olderCopy(_:)`` where the list says that more was erased than the journal knows.
    public func refuseOlderCopy() throws(JournalFailure) {
        let unknown: Int
        do { unknown = try unknownErasures() } catch { throw SQLiteJournal.failure(error) }
        if unknown > 0 { throw .olderCopy(unknown) }
    }

    /// How many keys the list beside the journal says were erased of which no entry says so.
    private func unknownErasures() throws -> Int {
        // An entry is there before the list: read the other way round, one that is written meanwhile would be missed.
        let list = try erasedList.read()
        return list.isEmpty ? 0 : list.subtracting(try pool.read { try SQLiteJournal.erasures($0) }).count
    }

    /// Writes down that keys are destroyed of which the journal does not know it, for it was laid out from a copy that is older than that.
    func tellErased(_ identities: Set<KeyIdentity>, at now: Instant) async throws(JournalFailure) {
        let entry: Entry?
        do {
            entry = try await pool.read { database -> Entry? in
                let unknown = identities.subtracting(try SQLiteJournal.erasures(database))
                guard !unknown.isEmpty else { return nil }
                let head = try SQLiteJournal.head(database)
                let last = try Int64.fetchOne(database, sql: "SELECT max(recorded) FROM entry") ?? 0
                let recorded = Instant(milliseconds: max(last, now.milliseconds))
                return Entry(
                    sequence: head.sequence + 1, happened: recorded, recorded: recorded, signatory: .init("restore", way: "restore"),
                    act: "restore", words: .init(), idempotencyKey: "", changes: [],
                    erases: unknown.sorted { $0.description < $1.description }, previous: head.hash)
            }
        } catch { throw SQLiteJournal.failure(error) }
        if let entry { try await append([entry], keys: [], attachments: []) }
    }

    /// How many records lie under keys that are not there, though nothing says that they were erased. More than none means that the file
    /// with the keys is another's, or of another day: nobody may take that for an erasure.
    public func missingKeys() throws(JournalFailure) -> Int {
        do {
            // Somebody may write or erase meanwhile: a key that is there before or after the journal is looked at is not missing.
            let before = try keyFile.fresh()
            let (missing, words) = try pool.read { database in
                (try SQLiteJournal.unopened(in: database, "current", before), try SQLiteJournal.unopenedWords(in: database, before))
            }
            guard !missing.isEmpty || !words.isEmpty else { return 0 }
            let (after, erased) = (try keyFile.fresh(), try pool.read { try SQLiteJournal.erasures($0) })
            return missing.count { sealed in !after.missing(sealed).allSatisfy { $0.map(erased.contains) ?? false } }
                + words.count { keys in keys.contains { after[$0] == nil } && !keys.contains(where: erased.contains) }
        } catch { throw SQLiteJournal.failure(error) }
    }

    /// What lies under keys that a ring does not hold, though nothing says that they were erased.
    static func unopened(
        in database: Database, _ table: String, _ ring: KeyRing
    ) throws -> [StoredChange.Sealed] {
        let erased = try Erasures(database)
        let rows = try SQLRow.fetchCursor(
            database,
            sql: """
                SELECT key, subject, sequence, iif(instr(sealed, ';'), sealed, '') FROM \(table)
                WHERE sealed IS NOT NULL AND body IS NOT NULL
                """)
        var missing: [StoredChange.Sealed] = []
        while let row = try rows.next() {
            let sealed = StoredChange.Sealed(written: row[3], dataSubject: UInt32(clamping: row[1] as Int64? ?? 0), key: row[0])
            if !erased.explain(ring.missing(sealed), of: sealed, sequence: row[2]) { missing.append(sealed) }
        }
        return missing
    }

    /// Of entries whose words lie under keys that a ring does not hold, though nothing says that they were erased: all their keys.
    static func unopenedWords(in database: Database, _ ring: KeyRing) throws -> [[KeyIdentity]] {
        let erased = try SQLiteJournal.erasures(database)
        let rows = try String.fetchCursor(database, sql: "SELECT sealed FROM entry WHERE sealed IS NOT NULL")
        var missing: [[KeyIdentity]] = []
        while let sealed = try rows.next() {
            let keys = Entry.wordKeys(of: sealed)
            if keys.contains(where: { ring[$0] == nil }), !keys.contains(where: erased.contains) { missing.append(keys) }
        }
        return missing
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

    public func append(
        _ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]
    ) async throws(JournalFailure) {
        guard let first = entries.first, let last = entries.last else { return }
        let erased = Set(entries.flatMap(\.erases))
        do {
            try keyFile.add(keys)
            if !erased.isEmpty { try keyFile.prepareErasure(of: erased) }
            let history = try await pool.write { database -> ErasedHistory in
                guard try SQLiteJournal.head(database).hash == first.previous else { throw JournalFailure.notAtHead }
                for entry in entries { try SQLiteJournal.insert(entry, database) }
                for attachment in attachments { try database.keep(attachment) }
                try database.removeAttachments(under: erased)
                return erased.isEmpty ? ErasedHistory() : try SQLiteJournal.erasedHistory(database)
            }
            if !erased.isEmpty {
                // What the list lacks is added from the entries at the next opening.
                try? erasedList.keep(history)
                do { try keyFile.finishErasure() } catch { throw JournalFailure.broken("\(error)") }
            }
            let spacing = SQLiteJournal.entriesBetweenCheckpoints
            if last.sequence / spacing > (first.sequence - 1) / spacing { try await checkpoint() }
        } catch {
            throw SQLiteJournal.failure(error)
        }
    }

    private static let entriesBetweenCheckpoints = 250

    /// Moves what is in the write-ahead log into the journal's file. SQLite would do it by itself, but keep to itself that the
    /// disk failed at it. Where anything is wanting, or somebody reads, it is put off: the entries are kept already.
    private func checkpoint() async throws {
        do { try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) } } catch {
            switch SQLiteJournal.failure(error) {
            case .noSpace, .notWritten: return
            default: throw error
            }
        }
    }

    private static func insert(_ entry: Entry, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            entry.sequence, entry.happened.milliseconds, entry.recorded.milliseconds, entry.actor, entry.act, entry.words.reason,
            entry.idempotencyKey, Data(entry.previous.bytes), Data(entry.hash.bytes), entry.signatory.account, entry.signatory.way,
            entry.signatory.proposer, entry.words.override, entry.sealedWords,
            entry.erases.map(\.description).joined(separator: ","),
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
                entry.sequence, place, stored.kind, number, happened, stored.body, sealed?.written, subject, sealed?.key,
            ])
            try current.execute(arguments: [
                stored.kind, number, entry.sequence, place, happened, stored.body, sealed?.written, subject, sealed?.key,
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

    public func heads(of sequences: [Int]) async throws(JournalFailure) -> [EntryHead] {
        try await reading { database in
            let head = try database.cachedStatement(
                sql: """
                    SELECT sequence, happened, recorded, actor, account, way, proposer, act, reason, override, sealed
                    FROM entry WHERE sequence = ?
                    """)
            return try sequences.compactMap { sequence in
                try SQLRow.fetchOne(head, arguments: [sequence]).map { try SQLiteJournal.readHead($0, database) }
            }
        }
    }

    private static func readHead(_ row: SQLRow, _ database: Database) throws -> EntryHead {
        let sequence: Int = row[0]
        return try EntryHead(
            sequence: sequence, happened: Instant(milliseconds: row[1]), recorded: Instant(milliseconds: row[2]),
            signatory: Entry.Signatory(row[3], account: row[4], way: row[5], proposer: row[6]), act: row[7],
            words: Entry.Words(reason: row[8], override: row[9]), sealedWords: row[10]
        ) {
            let seals = try database.cachedStatement(
                sql: "SELECT key, subject FROM change WHERE sequence = ? AND sealed IS NOT NULL ORDER BY place")
            return try SQLRow.fetchAll(seals, arguments: [sequence]).map { seal in
                SealName(key: seal[0], dataSubject: UInt32(clamping: seal[1] as Int64? ?? 0))
            }
        }
    }

    public func changed(by sequence: Int, limit: Int) async throws(JournalFailure) -> [ChangedRecord] {
        try await reading { database in
            let rows = try SQLRow.fetchCursor(
                database.cachedStatement(sql: "SELECT kind, number FROM change WHERE sequence = ? ORDER BY place LIMIT ?"),
                arguments: [sequence, limit])
            var changed: [ChangedRecord] = []
            while let row = try rows.next() {
                changed.append(ChangedRecord(kind: row[0], number: UInt32(clamping: row[1] as Int64)))
            }
            return changed
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
            idempotencyKey: row["idempotency_key"], changes: changes,
            erases: (row["erases"] as String).split(separator: ",").compactMap { KeyIdentity($0) },
            previous: ChainHash(bytes: [UInt8](row["previous"] as Data)))
    }

    /// Kind, number, body, sealed part, data subject and key, in this order.
    static func change(_ row: SQLRow) -> StoredChange {
        let sealed = (row[3] as String?).map {
            StoredChange.Sealed(written: $0, dataSubject: UInt32(clamping: row[4] as Int64? ?? 0), key: row[5])
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

    public func keys() async throws(JournalFailure) -> KeyRing {
        do {
            var ring = try keyFile.all()
            // While an erasure is on its way, or was cut off, nobody reads what it erases.
            let erased = try await pool.read { try SQLiteJournal.erasures($0) }.filter { ring[$0] != nil }
            for identity in erased { ring.remove(identity) }
            return ring
        } catch { throw SQLiteJournal.failure(error) }
    }

    /// How often the proof is made before what may be passing is told.
    private static let mostProofs = 4

    public func verify() async throws(JournalFailure) -> Verification {
        var found = try await verified()
        for _ in 1..<Self.mostProofs where found.damage.contains(where: \.mayBePassing) {
            // Somebody may have been erasing just then. What is so a second later is so.
            await sleep(seconds: 1)
            found = try await verified()
        }
        return found
    }

    private func verified() async throws(JournalFailure) -> Verification {
        do {
            let (before, strangers) = (try keyFile.fresh(), try keyFile.strangers())
            let unknown = try unknownErasures()
            return try await pool.read { [register, keyFile] database in
                // The first question fixes what is looked at. A key that came before it is there before or after.
                _ = try SQLiteJournal.head(database)
                let keys = before.adding(try keyFile.fresh())
                let verifier = try Verifier(database, register, keys)
                let found = try verifier.verification { try keyFile.fresh() }
                return found.adding(strangers.map { .schema(name: $0) } + (unknown > 0 ? [.unknownErasures(unknown)] : []))
            }
        } catch { throw SQLiteJournal.failure(error) }
    }

    /// Closes the files, so that nothing is left in the write-ahead log.
    public func close() throws(JournalFailure) {
        do {
            try pool.close()
            try keyFile.close()
        } catch { throw SQLiteJournal.failure(error) }
    }

    func reading<Answer: Sendable>(
        _ question: @escaping @Sendable (Database) throws -> Answer
    ) async throws(JournalFailure) -> Answer {
        do { return try await pool.read(question) } catch { throw SQLiteJournal.failure(error) }
    }

    /// What a failure of SQLite means for the house. What fails for want of something before the commit - space, memory, descriptors, a
    /// permission - is a refusal: nothing was written. What the disk itself reports leaves it unknown what is kept.
    static func failure(_ error: any Error) -> JournalFailure {
        if let failure = error as? JournalFailure { return failure }
        // Whoever asked went away before the commit; the disk has done nothing.
        if error is CancellationError { return .notWritten("cancelled") }
        guard let error = error as? DatabaseError else { return .broken(String(describing: error)) }
        let why = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")"
        switch error.resultCode {
        case .SQLITE_FULL: return .noSpace
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .unreadable(error.message ?? "not a journal")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_NOMEM, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_AUTH,
            .SQLITE_INTERRUPT, .SQLITE_ABORT, .SQLITE_TOOBIG, .SQLITE_CONSTRAINT:
            return .notWritten(why)
        default: return wants.contains(error.extendedResultCode) ? .notWritten(why) : .broken(why)
        }
    }

    /// What is reported as a failure of input and output, and is a want: of memory, of descriptors, of what readers share.
    private static let wants: [ResultCode] = [
        .SQLITE_IOERR_NOMEM, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMLOCK,
        .SQLITE_IOERR_ACCESS, .SQLITE_IOERR_GETTEMPPATH,
    ]
}

extension Verification.Damage {
    /// What also looks so for a moment while somebody else is being erased.
    fileprivate var mayBePassing: Bool {
        switch self {
        case .sealed, .words, .attachment, .unfinishedErasure: true
        default: false
        }
    }
}
