import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

private func picture(_ words: String) -> [UInt8] { [0xFF, 0xD8, 0xFF] + Array(words.utf8) }

/// Notes with a picture each, sealed under the note's own key.
private struct Pictured {
    var chain = Chain()
    let keys = [noteKey(1), noteKey(2)]

    /// An entry that says of each note which picture it has, with the pictures as they are kept.
    mutating func entry(_ day: String, _ pictures: [[UInt8]?], erasing: [SealingKey] = []) throws -> (Entry, [SealedAttachment]) {
        let sequence = chain.head.sequence + 1
        var kept: [SealedAttachment] = []
        let changes = try pictures.enumerated().map { place, bytes in
            let key = keys[place]
            let attachment = bytes.flatMap { Attachment(of: $0) }
            if let bytes, let attachment { kept.append(try #require(SealedAttachment(attachment, bytes, under: key))) }
            let note = Note("N\(place + 1)", id: UInt32(place + 1)) { note in
                note.picture = Personal(Photograph(written: attachment?.description ?? ""))
            }
            return try noteRegister.stored(Change(note), sequence: sequence) { _ in key }
        }
        return (chain.entry(day, erasing: erasing, stored: changes), kept)
    }

    mutating func write(_ journal: any Journal) async throws {
        let (entry, kept) = try entry("2025-10-01", [picture("ZQX one"), picture("ZQX two")])
        try await journal.append([entry], keys: keys, attachments: kept)
    }

    mutating func eraseFirst(_ journal: any Journal) async throws {
        let (entry, _) = try entry("2025-10-02", [nil], erasing: [keys[0]])
        try await journal.append([entry], keys: [])
    }
}

private func bytes(_ journal: any Journal, _ number: UInt32, _ words: String) async throws -> [UInt8]? {
    try await journal.bytes(of: try #require(Attachment(of: picture(words))), kind: "note", number: number)
}

private func alter(_ folder: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder + "/journal.sqlite")
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
}

private func holds(_ words: String, _ folder: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
        try Data(contentsOf: URL(filePath: folder + "/" + name)).range(of: Data(words.utf8)) != nil
    }
}

@Suite struct `The store of attachments` {
    @Test(arguments: Engine.allCases)
    func `keeps each for the record that names it, until that record's key is erased`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var notes = Pictured()
            try await notes.write(journal)
            #expect(try await bytes(journal, 1, "ZQX one") == picture("ZQX one"))
            #expect(try await bytes(journal, 2, "ZQX one") == nil)
            let before = try await journal.attachedBytes(kind: "note", number: 1)
            #expect(before.record > 0 && before.all == 2 * before.record)
            try await notes.eraseFirst(journal)
            #expect(try await bytes(journal, 1, "ZQX one") == nil)
            #expect(try await bytes(journal, 2, "ZQX two") == picture("ZQX two"))
            let after = try await journal.attachedBytes(kind: "note", number: 1)
            #expect(after == (0, before.record))
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `keeps nothing of an entry that was not taken`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var notes = Pictured()
            try await notes.write(journal)
            let held = try await journal.attachedBytes(kind: "note", number: 1).all
            var stranger = Pictured()
            _ = try stranger.entry("2025-10-01", [nil])
            let (entry, kept) = try stranger.entry("2025-10-03", [picture("ZQX other")])
            await #expect(throws: JournalFailure.notAtHead) { try await journal.append([entry], keys: [], attachments: kept) }
            #expect(try await journal.attachedBytes(kind: "note", number: 1).all == held)
        }
    }

    @Test func `shows nothing of them in any file, neither content nor hash`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            var notes = Pictured()
            try await notes.write(journal)
            let hash = try #require(Attachment(of: picture("ZQX one"))).hash
            #expect(try !holds("ZQX", folder) && !holds(hash, folder))
            try journal.close()
            #expect(try !holds("ZQX", folder) && !holds(hash, folder))
        }
    }

    @Test(arguments: [
        ("DELETE FROM attachment WHERE number = 1", 1), ("UPDATE attachment SET sealed = zeroblob(60) WHERE number = 2", 2),
        ("UPDATE attachment SET name = zeroblob(32) WHERE number = 2", 2),
        ("INSERT INTO attachment SELECT kind, 9, key, name, sealed FROM attachment WHERE number = 2", 9),
    ])
    func `is proved: what is missing, altered or named by nobody is told`(sql: String, number: Int) async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: noteRegister, sleep: Sleep { _ in })
            var notes = Pictured()
            try await notes.write(journal)
            #expect(try await journal.verify().damage == [])
            try alter(folder, sql)
            #expect(try await journal.verify().damage == [.attachment(kind: "note", number: UInt32(number))])
        }
    }

    @Test func `proves what a record named before, too`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: noteRegister, sleep: Sleep { _ in })
            var notes = Pictured()
            try await notes.write(journal)
            let (entry, kept) = try notes.entry("2025-10-02", [picture("ZQX later")])
            try await journal.append([entry], keys: [], attachments: kept)
            #expect(try await bytes(journal, 1, "ZQX one") == picture("ZQX one"))
            #expect(try await journal.verify().damage == [])
            let attachment = try #require(Attachment(of: picture("ZQX one")))
            let first = try #require(SealedAttachment(attachment, picture("ZQX one"), under: notes.keys[0]))
            try alter(folder, "DELETE FROM attachment WHERE name = x'\(first.name.hexadecimal)'")
            #expect(try await journal.verify().damage == [.attachment(kind: "note", number: 1)])
        }
    }

    @Test func `is carried by a backup, but for whom somebody erased since`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            var notes = Pictured()
            try await notes.write(journal)
            let copy = URL(filePath: folder + "/copy")
            try await Backup.write(journal, to: copy, passphrase: "a passphrase of the tests")
            try await notes.eraseFirst(journal)
            for (name, erased) in [("whole", Set<KeyIdentity>()), ("since", [notes.keys[0].identity])] {
                let laid = URL(filePath: folder + "/" + name)
                let proof = try await Backup.restore(
                    copy, to: laid, passphrase: "a passphrase of the tests", erased: erased, at: restoredAt, register: noteRegister)
                #expect(proof.damage == [], "\(name)")
                let again = try SQLiteJournal(folder: laid.path, register: noteRegister)
                let first = try await bytes(again, 1, "ZQX one")
                #expect(first == (erased.isEmpty ? picture("ZQX one") : nil), "\(name)")
                #expect(try await bytes(again, 2, "ZQX two") == picture("ZQX two"), "\(name)")
                #expect(try await again.attachments(kind: "note", number: 1).isEmpty == !erased.isEmpty, "\(name)")
            }
        }
    }

    @Test func `is made in a journal of the release before`() async throws {
        try await withFolder { folder in
            try SQLiteJournal(folder: folder, register: noteRegister).close()
            try alter(folder, "DROP TABLE attachment; PRAGMA user_version = 3")
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            var notes = Pictured()
            try await notes.write(journal)
            #expect(try await bytes(journal, 1, "ZQX one") == picture("ZQX one"))
            #expect(try await journal.verify().damage == [])
        }
    }
}
