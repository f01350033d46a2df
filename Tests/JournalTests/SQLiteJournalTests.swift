import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

@Suite struct `The embedded journal` {
    private func filled(_ folder: String) async throws -> SQLiteJournal {
        let journal = try SQLiteJournal(folder: folder, register: noteRegister)
        var chain = Chain()
        try await journal.append(
            [
                chain.entry("2025-10-01", [(1, "a")]), chain.entry("2025-10-02", [(1, "b"), (2, "c")]),
                chain.entry("2025-10-03", [(2, "d")]),
            ],
            keys: [])
        return journal
    }

    /// Alters the file as somebody with an editor would.
    private func tamper(_ folder: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/journal.sqlite")
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test func `is the same when it is opened again`() async throws {
        try await withFolder { folder in
            let journal = try await filled(folder)
            let head = try await journal.head()
            try journal.close()
            let again = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try await again.head() == head)
            #expect(try await again.sight(.now) == ["N1=b", "N2=d"])
        }
    }

    @Test(
        arguments: [
            ("UPDATE change SET body = '{\"code\":\"N1\",\"text\":\"z\"}' WHERE sequence = 1", Verification.Damage.altered(sequence: 1)),
            ("UPDATE entry SET actor = 'B' WHERE sequence = 2", .altered(sequence: 2)),
            ("UPDATE entry SET happened = happened + 1 WHERE sequence = 2", .altered(sequence: 2)),
            ("DELETE FROM change WHERE sequence = 3", .altered(sequence: 3)),
            ("DELETE FROM entry WHERE sequence = 2", .missing(sequence: 2)),
            ("UPDATE entry SET previous = zeroblob(32) WHERE sequence = 3", .unlinked(sequence: 3)),
            ("UPDATE current SET body = '{}' WHERE number = 1", .current(kind: "note", number: 1)),
            ("DELETE FROM current WHERE number = 2", .current(kind: "note", number: 2)),
            ("UPDATE change SET happened = 0 WHERE sequence = 3", .altered(sequence: 3)),
        ])
    func `shows what was tampered with`(sql: String, damage: Verification.Damage) async throws {
        try await withFolder { folder in
            try await filled(folder).close()
            try tamper(folder, sql)
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try await journal.verify().damage.contains(damage))
        }
    }

    @Test func `whoever goes away while it works breaks nothing`() async throws {
        try await withFolder { folder in
            let journal = try await filled(folder)
            let gone = Task { () async -> JournalFailure? in
                withUnsafeCurrentTask { $0?.cancel() }
                do throws(JournalFailure) {
                    _ = try await journal.records(.now)
                    return nil
                } catch { return error }
            }
            let failure = await gone.value
            #expect(failure == .notWritten("cancelled"))
            #expect(try await journal.sight(.now) == ["N1=b", "N2=d"])
        }
    }

    @Test func `refuses a file that is no journal, and one of another format`() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(repeating: 65, count: 5000).write(to: URL(filePath: folder + "/journal.sqlite"))
            #expect(throws: JournalFailure.self) { try SQLiteJournal(folder: folder, register: noteRegister) }
        }
        try await withFolder { folder in
            try await filled(folder).close()
            try tamper(folder, "PRAGMA user_version = 99")
            #expect(throws: JournalFailure.unfit("format 99")) { try SQLiteJournal(folder: folder, register: noteRegister) }
        }
    }

    @Test func `has a view for each kind, with codes for references and without personal fields`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            let first = Note("FIRST", id: 1) { $0.author = Personal("Nguyễn Thị Mẫu") }
            let second = Note("SECOND", id: 2) { $0.about = first.id }
            let key = noteKey(1)
            let stored = try [first, second].map { try noteRegister.stored(Change($0), sequence: 1) { _ in key } }
            let entry = Entry(
                sequence: 1, happened: .init(seconds: 0), recorded: .init(seconds: 0), signatory: Entry.Signatory("A"), act: "edit",
                words: Entry.Words(reason: ""),
                idempotencyKey: "", changes: stored, previous: .origin)
            try await journal.append([entry], keys: [key])
            let queue = try DatabaseQueue(path: folder + "/journal.sqlite")
            let rows = try await queue.read {
                try GRDB.Row.fetchAll($0, sql: "SELECT * FROM notes ORDER BY code").map { Array($0.columnNames) }
            }
            #expect(rows.first?.contains("author") == false)
            #expect(try await queue.read { try String.fetchOne($0, sql: "SELECT about FROM notes WHERE code = 'SECOND'") } == "FIRST")
        }
    }
}

@Suite struct `A backup` {
    private let phrase = "một mật khẩu đủ dài"

    private func withBackup(_ body: (_ copy: URL, _ empty: URL, _ head: Head) async throws -> Void) async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder + "/journal", register: noteRegister)
            var chain = Chain()
            let key = noteKey(1)
            try await journal.append([chain.entry("2025-10-01", [(1, "a")])], keys: [key])
            let copy = URL(filePath: folder + "/copy")
            try await Backup.write(journal, to: copy, passphrase: phrase)
            try await body(copy, URL(filePath: folder + "/empty"), chain.head)
        }
    }

    @Test func `restores on an empty folder and verifies there`() async throws {
        try await withBackup { copy, empty, head in
            _ = try await Backup.restore(copy, to: empty, passphrase: phrase, at: restoredAt, register: noteRegister)
            let restored = try SQLiteJournal(folder: empty.path, register: noteRegister)
            #expect(try await restored.verify() == Verification(head: head, entries: 1, records: 1, damage: []))
            #expect(try await restored.keys().all == [noteKey(1)])
        }
    }

    @Test func `does not open under another passphrase, altered, cut short or over existing files`() async throws {
        try await withBackup { copy, empty, _ in
            await #expect(throws: Backup.Failure.wrongPassphrase) {
                try await Backup.restore(copy, to: empty, passphrase: "another passphrase", at: restoredAt, register: noteRegister)
            }
            let whole = try Data(contentsOf: copy)
            var altered = whole
            altered[whole.count - 1] ^= 1
            try altered.write(to: copy)
            await #expect(throws: Backup.Failure.self) {
                try await Backup.restore(copy, to: empty, passphrase: phrase, at: restoredAt, register: noteRegister)
            }
            try whole.dropLast(100).write(to: copy)
            await #expect(throws: Backup.Failure.damaged) {
                try await Backup.restore(copy, to: empty, passphrase: phrase, at: restoredAt, register: noteRegister)
            }
            try Data("no backup".utf8).write(to: copy)
            await #expect(throws: Backup.Failure.notABackup) {
                try await Backup.restore(copy, to: empty, passphrase: phrase, at: restoredAt, register: noteRegister)
            }
            try whole.write(to: copy)
            _ = try await Backup.restore(copy, to: empty, passphrase: phrase, at: restoredAt, register: noteRegister)
            await #expect(throws: Backup.Failure.folderNotEmpty) {
                try await Backup.restore(copy, to: empty, passphrase: phrase, at: restoredAt, register: noteRegister)
            }
        }
    }

    @Test func `needs a passphrase of some length`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            await #expect(throws: Backup.Failure.weakPassphrase) {
                try await Backup.write(journal, to: URL(filePath: folder + "/copy"), passphrase: "short")
            }
        }
    }
}
