import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

/// A journal of two notes about two people, each sealed under a key of its own.
private struct Written {
    var journal: SQLiteJournal
    var chain = Chain()
    let keys = [noteKey(1), noteKey(2)]

    init(_ folder: String) async throws {
        journal = try SQLiteJournal(folder: folder, register: noteRegister)
        try await journal.append([entry("2025-10-01", ["Mẫu Một", "Mẫu Hai"])], keys: keys)
    }

    mutating func entry(_ day: String, _ authors: [String], erasing: [SealingKey] = []) throws -> Entry {
        let sequence = chain.head.sequence + 1
        let changes = try authors.enumerated().map { place, author in
            let note = Note("N\(place + 1)", id: UInt32(place + 1)) { $0.author = Personal(author) }
            return try noteRegister.stored(Change(note), sequence: sequence) { owner in keys.first { $0.owner == owner }! }
        }
        return chain.entry(day, erasing: erasing, stored: changes)
    }

    /// Erases the first of the two.
    mutating func erase() async throws {
        try await journal.append([try entry("2025-10-02", [""], erasing: [keys[0]])], keys: [])
    }
}

/// What a reader sees of the authors, the erased as nothing.
private func authors(_ journal: SQLiteJournal, _ view: PointOfView = .now) async throws -> [String] {
    let keys = try await journal.keys()
    return try await journal.records(view).compactMap { try noteRegister.row($0, keys: keys) as? Ledger.Row<Note> }.map(
        \.record.author.content)
}

/// All bytes of a folder, file by file.
private func contains(_ bytes: [UInt8], _ folder: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
        try Data(contentsOf: URL(filePath: folder + "/" + name)).range(of: Data(bytes)) != nil
    }
}

private func alter(_ file: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
}

/// The folder's files as they were, to be put back one by one: what a kill leaves when the later files were written and the earlier not.
private func copy(_ names: [String], from folder: String, to other: String) throws {
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    for name in names where FileManager.default.fileExists(atPath: folder + "/" + name) {
        try? FileManager.default.removeItem(atPath: other + "/" + name)
        try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: other + "/" + name)
    }
}

private let keyFiles = ["keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm", "master.key"]

@Suite struct `Keys on the disk` {
    @Test func `lie in the clear nowhere, and what wrapped an erased one is overwritten`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder)
            #expect(try !contains(written.keys[0].bytes, folder) && !contains(written.keys[1].bytes, folder))
            let master = Array(try Data(contentsOf: URL(filePath: folder + "/master.key"))[24..<56])
            #expect(try contains(master, folder))
            try await written.erase()
            #expect(try !contains(master, folder), "what it wrapped may lie in a log or a free page, and opens no more")
            #expect(try await authors(written.journal) == ["", "Mẫu Hai"])
            #expect(try await authors(written.journal, .sequence(1)) == ["", "Mẫu Hai"])
            #expect(try await written.journal.verify().damage == [])
            try written.journal.close()
            let again = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try await authors(again) == ["", "Mẫu Hai"] && again.missingKeys() == 0)
        }
    }

    @Test func `are overwritten in place, in the same block of the same file`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder)
            func place() throws -> [Int] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/master.key")
                return [attributes[.systemFileNumber], attributes[.size]].compactMap { ($0 as? NSNumber)?.intValue }
            }
            let before = try place()
            try await written.erase()
            #expect(try place() == before && before[1] == 4096)
        }
    }

    @Test func `of which the file or the master is missing are refused, and nothing is made in their place`() async throws {
        for gone in [["keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm"], ["master.key"], keyFiles] {
            try await withFolder { folder in
                try await Written(folder).journal.close()
                for name in gone { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
                #expect(throws: JournalFailure.keysMissing(2)) { try SQLiteJournal(folder: folder, register: noteRegister) }
                #expect(!FileManager.default.fileExists(atPath: folder + "/" + gone[0]))
            }
        }
    }

    @Test(
        arguments: [
            ("DELETE FROM sealing_key WHERE number = 1", [1]),
            ("DELETE FROM sealing_key", [1, 2]),
            ("UPDATE sealing_key SET wrapped = zeroblob(60) WHERE number = 2", [2]),
            (
                """
                UPDATE sealing_key SET identity = -identity;
                UPDATE sealing_key SET number = 3 - number
                """, [1, 2]
            ),
        ])
    func `that were lost or exchanged are not taken for erased`(sql: String, lost: [UInt32]) async throws {
        try await withFolder { folder in
            try await Written(folder).journal.close()
            try alter(folder + "/keys.sqlite", sql)
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try journal.missingKeys() == lost.count)
            #expect(try await journal.verify().damage == lost.map { .sealed(sequence: 1, kind: "note", number: $0) })
            #expect(try await authors(journal).map(\.isEmpty) == [1, 2].map(lost.contains), "what is whole is read meanwhile")
        }
    }

    @Test func `of why something was done are missed like others, before a copy is made that nobody could restore`() async throws {
        try await withFolder { folder in
            try await Written(folder).journal.close()
            try alter(folder + "/journal.sqlite", "UPDATE entry SET sealed = '00000000000000ab.c2VhbGVk'")
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try journal.missingKeys() == 1)
            await #expect(throws: JournalFailure.keysMissing(1)) {
                try await Backup.write(journal, to: URL(filePath: folder + "/copy"), passphrase: "một mật khẩu đủ dài")
            }
        }
    }

    @Test func `of another house are not taken for its own`() async throws {
        try await withFolder { folder in
            try await Written(folder + "/one").journal.close()
            let other = try SQLiteJournal(folder: folder + "/other", register: noteRegister)
            try other.close()
            for name in keyFiles { try? FileManager.default.removeItem(atPath: folder + "/one/" + name) }
            try copy(keyFiles, from: folder + "/other", to: folder + "/one")
            #expect(try SQLiteJournal(folder: folder + "/one", register: noteRegister).missingKeys() == 2)
        }
    }

    @Test func `of which an erasure was cut off after its entry are destroyed at the next opening`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            try copy(keyFiles, from: folder + "/one", to: folder + "/before")
            try await written.erase()
            try written.journal.close()
            for name in keyFiles { try? FileManager.default.removeItem(atPath: folder + "/one/" + name) }
            try copy(keyFiles, from: folder + "/before", to: folder + "/one")
            let journal = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            #expect(try await journal.verify().damage == [.unfinishedErasure])
            try journal.settle()
            #expect(try await authors(journal) == ["", "Mẫu Hai"])
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `under a master of another day are refused, and nothing of them is touched`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            try copy(["master.key"], from: folder + "/one", to: folder + "/before")
            try await written.erase()
            try written.journal.close()
            try copy(["master.key"], from: folder + "/one", to: folder + "/right")
            try copy(["master.key"], from: folder + "/before", to: folder + "/one")
            #expect(throws: JournalFailure.keysMissing(1)) {
                try SQLiteJournal(folder: folder + "/one", register: noteRegister).settle()
            }
            try copy(["master.key"], from: folder + "/right", to: folder + "/one")
            let journal = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            try journal.settle()
            #expect(try await authors(journal) == ["", "Mẫu Hai"])
        }
    }

    @Test func `of which the last was erased, and what it was wrapped in not swept up, are those of the house still`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder)
            let bare = try written.entry("2025-10-02", ["", ""], erasing: written.keys)
            try await written.journal.append([bare], keys: [])
            try written.journal.close()
            try alter(folder + "/keys.sqlite", "INSERT INTO sealing_key VALUES (1, 5, 'note', 1, 1, zeroblob(60))")
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try journal.missingKeys() == 0)
            try journal.settle()
            let key = noteKey(3)
            let note = Note("N3", id: 3) { $0.author = Personal("Mẫu Ba") }
            let stored = try noteRegister.stored(Change(note), sequence: 3) { _ in key }
            try await journal.append([written.chain.entry("2025-10-03", stored: [stored])], keys: [key])
            #expect(try await authors(journal) == ["", "", "Mẫu Ba"])
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `that no longer open are not made final by the next erasure`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder)
            try alter(folder + "/keys.sqlite", "UPDATE sealing_key SET wrapped = zeroblob(60) WHERE number = 2")
            await #expect(throws: JournalFailure.keysMissing(1)) { try await written.erase() }
            #expect(try await authors(written.journal)[0] == "Mẫu Một")
        }
    }

    @Test func `are proved by one while another writes and erases, and nothing is called damaged`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder)
            let other = try SQLiteJournal(folder: folder, register: noteRegister)
            async let proofs = (0..<12).asyncMap { _ in
                try await other.verify().damage + (other.missingKeys() == 0 ? [] : [.unfinishedErasure])
            }
            for round in 0..<30 {
                let key = noteKey(UInt32(round + 10))
                let note = Note("N\(round + 10)", id: UInt32(round + 10)) { $0.author = Personal("Mẫu") }
                let sequence = written.chain.head.sequence + 1
                let stored = try noteRegister.stored(Change(note), sequence: sequence) { _ in key }
                try await written.journal.append([written.chain.entry("2025-10-03", stored: [stored])], keys: [key])
                let bare = try noteRegister.stored(Change(Note(note.heading.code, id: note.id.number)), sequence: sequence + 1) { _ in nil }
                let erasure = written.chain.entry("2025-10-04", erasing: [key], stored: [bare])
                if round % 2 == 0 {
                    try await written.journal.append([erasure], keys: [])
                } else {
                    written.chain = Chain(after: Head(sequence: sequence, hash: erasure.previous))
                }
            }
            #expect(try await proofs.allSatisfy(\.isEmpty))
        }
    }

    @Test func `of an erasure that was refused stay, and the next one finds its way`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder)
            var stranger = Chain()
            let refused = stranger.entry("2025-10-02", erasing: [written.keys[1]], [(2, "x")])
            await #expect(throws: JournalFailure.notAtHead) { try await written.journal.append([refused], keys: []) }
            #expect(try await authors(written.journal) == ["Mẫu Một", "Mẫu Hai"])
            try written.journal.settle()
            #expect(try await authors(written.journal) == ["Mẫu Một", "Mẫu Hai"])
            try await written.erase()
            #expect(try await authors(written.journal) == ["", "Mẫu Hai"])
            try written.journal.settle()
            #expect(try await written.journal.verify().damage == [])
        }
    }

    @Test func `of an earlier release, which lay in the clear, are wrapped and overwritten`() async throws {
        try await withFolder { folder in
            let written = try await Written(folder)
            try written.journal.close()
            let old = SealingKey(of: KeyOwner(allOf: 1), bytes: written.keys[0].bytes)!
            for name in keyFiles { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
            let hex = old.bytes.hexadecimal
            try alter(
                folder + "/keys.sqlite",
                """
                CREATE TABLE person_key(subject INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT;
                INSERT INTO person_key VALUES (1, x'\(hex)'), (2, x'\(written.keys[1].bytes.hexadecimal)')
                """)
            #expect(try contains(old.bytes, folder))
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try !contains(old.bytes, folder))
            #expect(try await authors(journal) == ["Mẫu Một", "Mẫu Hai"] && journal.missingKeys() == 0)
        }
    }
}

@Suite struct `A restored backup` {
    private let phrase = "một mật khẩu đủ dài"

    @Test func `does not bring back who was erased since, and says so of nobody else`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            let saved = URL(filePath: folder + "/copy")
            try await Backup.write(written.journal, to: saved, passphrase: phrase)
            try await written.erase()
            let list = try ErasedList(path: folder + "/one/erased.list").read()
            #expect(list == [written.keys[0].identity])
            let empty = URL(filePath: folder + "/two")
            let proof = try await Backup.restore(saved, to: empty, passphrase: phrase, erased: list, at: restoredAt, register: noteRegister)
            #expect(proof.damage == [] && proof.entries == 2, "an entry says what is gone by the list")
            let restored = try SQLiteJournal(folder: empty.path, register: noteRegister)
            #expect(try await authors(restored) == ["", "Mẫu Hai"] && restored.missingKeys() == 0)
            #expect(try !contains(written.keys[0].bytes, empty.path) && !contains(written.keys[1].bytes, empty.path))
            let told = try await restored.entries(after: 1, limit: 9)
            #expect(told.map(\.act) == ["restore"] && told.first?.erases == [written.keys[0].identity])
            #expect(try ErasedList(path: empty.path + "/erased.list").read() == list)
        }
    }

    @Test func `is laid out by no list that is cut, has a hole, is another's or older than what is known`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            let older = URL(filePath: folder + "/older")
            try await Backup.write(written.journal, to: older, passphrase: phrase)
            try await written.erase()
            let newer = URL(filePath: folder + "/newer")
            try await Backup.write(written.journal, to: newer, passphrase: phrase)
            let key = noteKey(3)
            let note = Note("N3", id: 3) { $0.author = Personal("Mẫu Ba") }
            let stored = try noteRegister.stored(Change(note), sequence: 3) { _ in key }
            try await written.journal.append([written.chain.entry("2025-10-03", stored: [stored])], keys: [key])
            let bare = try noteRegister.stored(Change(Note("N3", id: 3)), sequence: 4) { _ in key }
            try await written.journal.append([written.chain.entry("2025-10-04", erasing: [key], stored: [bare])], keys: [])
            let text = try String(contentsOfFile: folder + "/one/erased.list", encoding: .utf8)
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.count == 5 && lines[0].hasPrefix("house "))
            let last = try #require(try await written.journal.lastErasure())
            #expect(last.number == 2 && lines[4].hasSuffix(last.link))

            var laidOut = 0
            func outcome(
                _ lines: [String], _ copy: URL = older, holding kept: [(number: Int, link: String)] = []
            ) async throws -> ErasedFault? {
                let file = folder + "/list"
                try lines.map { $0 + "\n" }.joined().write(toFile: file, atomically: true, encoding: .utf8)
                let list = try ErasedList(path: file).content()
                laidOut += 1
                let target = folder + "/laid-\(laidOut)"
                do {
                    _ = try await Backup.restore(
                        copy, to: URL(filePath: target), passphrase: phrase, erased: list.identities, by: [list], holding: kept,
                        at: restoredAt, register: noteRegister)
                    return nil
                } catch let fault as ErasedFault {
                    #expect(!FileManager.default.fileExists(atPath: target))
                    return fault
                }
            }
            let (whole, cut) = (try await outcome(lines), try await outcome(lines.dropLast()))
            #expect(whole == nil && cut == .broken(after: 1))
            let (hole, first) = (try await outcome([lines[0]] + lines[3...]), try await outcome(lines.filter { $0 != lines[1] }))
            #expect(hole == .broken(after: 0) && first == .broken(after: 0))
            let ofOld = try await outcome([lines[1], lines[3]])
            #expect(ofOld == .ofOld)
            // Cut where an erasure ends it is an older list, and whole: what somebody has kept tells.
            let ended = Array(lines.prefix(3))
            let (alone, held) = (try await outcome(ended), try await outcome(ended, holding: [(last.number, last.link)]))
            #expect(alone == nil && held == .behind(2))
            let known = try await outcome(lines, holding: [(last.number, last.link)])
            #expect(known == nil)
            // A house that was restored counts on from the copy: of two erasures with one number each is looked for, in whatever order they come.
            let another = (number: last.number, link: String(last.link.reversed()))
            let before = try await outcome(lines, holding: [another, (last.number, last.link)])
            let after = try await outcome(lines, holding: [(last.number, last.link), another])
            let lower = try await outcome(lines, holding: [(last.number, last.link), (1, another.link)])
            #expect(before == .behind(2) && after == .behind(2) && lower == .behind(1))
            let lacking = try await outcome([lines[0]], newer)
            #expect(lacking == .lacks(1))

            var other = Chain()
            let journal = try SQLiteJournal(folder: folder + "/other", register: noteRegister)
            let mine = try noteRegister.stored(Change(note), sequence: 1) { _ in key }
            try await journal.append([other.entry("2025-10-01", stored: [mine])], keys: [key])
            try await journal.append([other.entry("2025-10-02", erasing: [key], stored: [bare])], keys: [])
            let theirs = try String(contentsOfFile: folder + "/other/erased.list", encoding: .utf8)
            let foreign = try await outcome(theirs.split(separator: "\n").map(String.init))
            #expect(foreign == .otherHouse)
        }
    }

    @Test func `has a list that an earlier release wrote written anew at the next opening`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            try await written.erase()
            let file = folder + "/one/erased.list"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            for before in ["\n\(written.keys[0].identity)\n", "", String(text.dropLast(30)), String(text.prefix(3))] {
                try before.write(toFile: file, atomically: true, encoding: .utf8)
                try written.journal.settle()
                #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
            }
        }
    }

    @Test func `leaves no other name behind, and makes way for one that was cut off`() async throws {
        try await withFolder { folder in
            let written = try await Written(folder + "/one")
            let saved = URL(filePath: folder + "/copy")
            let left = folder + "/one/.backup.chancery-left"
            try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
            try FileManager.default.createDirectory(atPath: folder + "/.two.chancery-left", withIntermediateDirectories: true)
            try await Backup.write(written.journal, to: saved, passphrase: phrase)
            _ = try await Backup.restore(
                saved, to: URL(filePath: folder + "/two"), passphrase: phrase, at: restoredAt, register: noteRegister)
            #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder)) == ["one", "two", "copy"])
            #expect(!FileManager.default.fileExists(atPath: left))
            let permissions = try FileManager.default.attributesOfItem(atPath: saved.path)[.posixPermissions] as? NSNumber
            #expect(permissions == 0o600)
        }
    }

    @Test func `made beside who writes has the keys of what was written since it was begun to be looked at`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            let beside = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            #expect(try await beside.keys().count == 2)
            let key = noteKey(3)
            let note = Note("N3", id: 3) { $0.author = Personal("Mẫu Ba") }
            let stored = try noteRegister.stored(Change(note), sequence: 2) { _ in key }
            try await written.journal.append([written.chain.entry("2025-10-03", stored: [stored])], keys: [key])
            let saved = URL(filePath: folder + "/copy")
            try await Backup.write(beside, to: saved, passphrase: phrase)
            let proof = try await Backup.restore(
                saved, to: URL(filePath: folder + "/two"), passphrase: phrase, at: restoredAt, register: noteRegister)
            #expect(proof.damage == [] && proof.records == 3)
        }
    }

    @Test func `is asked for where files of an earlier day are put back beside the list of what was erased since`() async throws {
        try await withFolder { folder in
            var written = try await Written(folder + "/one")
            let files = ["journal.sqlite"] + keyFiles
            try FileManager.default.createDirectory(atPath: folder + "/before", withIntermediateDirectories: true)
            try written.journal.close()
            try copy(files, from: folder + "/one", to: folder + "/before")
            written.journal = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            try await written.erase()
            try written.journal.close()
            for name in files { try? FileManager.default.removeItem(atPath: folder + "/one/" + name) }
            try copy(files, from: folder + "/before", to: folder + "/one")
            let older = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            #expect(throws: JournalFailure.olderCopy(1)) { try older.refuseOlderCopy() }
            #expect(throws: JournalFailure.olderCopy(1)) { try older.settle() }
            #expect(try await older.verify().damage == [.unknownErasures(1)])
        }
    }

    @Test func `is no list that somebody made up: a key that is lost is not erased for being named in it`() async throws {
        try await withFolder { folder in
            let written = try await Written(folder + "/one")
            try written.journal.close()
            try alter(folder + "/one/keys.sqlite", "DELETE FROM sealing_key WHERE number = 1")
            try Data("\(written.keys[0].identity)\n".utf8).write(to: URL(filePath: folder + "/one/erased.list"))
            let journal = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            #expect(try journal.missingKeys() == 1)
            #expect(throws: JournalFailure.olderCopy(1)) { try journal.settle() }
            #expect(
                try await journal.verify().damage == [.sealed(sequence: 1, kind: "note", number: 1), .unknownErasures(1)])
            await #expect(throws: JournalFailure.keysMissing(1)) {
                try await Backup.write(journal, to: URL(filePath: folder + "/copy"), passphrase: phrase)
            }
        }
    }

    @Test func `asks for a list of erased keys that is one`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "list-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        for (text, count) in [("00000000000000ab\n00000000000000cd\n", 2), ("00000000000000ab\n0000", 1)] {
            try Data(text.utf8).write(to: URL(filePath: file))
            #expect(try ErasedList(path: file).read().count == count)
        }
        for text in ["P-1, P-2\n", "00000000000000ab \n00000000000000cd\n", "00ab\n00000000000000cd\n"] {
            try Data(text.utf8).write(to: URL(filePath: file))
            #expect(throws: JournalFailure.self) { try ErasedList(path: file).read() }
        }
    }

    @Test func `made while people are erased is whole, as of before or after each of them`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder + "/one", register: noteRegister)
            var chain = Chain()
            let keys = (1...30).map { noteKey($0) }
            let notes = try keys.map { key in
                let note = Note("N\(key.owner.number)", id: key.owner.number) { $0.author = Personal("Mẫu \(key.owner.number)") }
                return try noteRegister.stored(Change(note), sequence: 1) { _ in key }
            }
            try await journal.append([chain.entry("2025-10-01", stored: notes)], keys: keys)
            let erasures = keys.map { key in
                let bare = try? noteRegister.stored(Change(Note("N\(key.owner.number)", id: key.owner.number)), sequence: 1) { _ in key }
                return chain.entry("2025-10-02", erasing: [key], stored: [bare].compactMap { $0 })
            }
            async let copies = (0..<8).asyncMap { place in
                let copy = URL(filePath: folder + "/copy-\(place)")
                try await Backup.write(journal, to: copy, passphrase: self.phrase)
                return copy
            }
            for erasure in erasures { try await journal.append([erasure], keys: []) }
            let list = try ErasedList(path: folder + "/one/erased.list").read()
            #expect(list.count == keys.count)
            for (place, copy) in try await copies.enumerated() {
                let target = URL(filePath: folder + "/restored-\(place)")
                let proof = try await Backup.restore(copy, to: target, passphrase: phrase, at: restoredAt, register: noteRegister)
                #expect(proof.damage == [])
                let anew = URL(filePath: folder + "/anew-\(place)")
                _ = try await Backup.restore(copy, to: anew, passphrase: phrase, erased: list, at: restoredAt, register: noteRegister)
                #expect(try await authors(SQLiteJournal(folder: anew.path, register: noteRegister)).allSatisfy(\.isEmpty))
            }
        }
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<Made>(_ make: (Element) async throws -> Made) async throws -> [Made] {
        var made: [Made] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}

@Suite struct `The file of the journal` {
    @Test(
        arguments: [
            ("CREATE TRIGGER t AFTER INSERT ON current BEGIN UPDATE current SET body = '{}'; END", "t"),
            ("DROP INDEX entry_key", "entry_key"),
            ("DROP INDEX entry_key; CREATE INDEX entry_key ON entry(idempotency_key) WHERE idempotency_key <> ''", "entry_key"),
            (
                "DROP INDEX change_record; CREATE TRIGGER change_record BEFORE INSERT ON entry BEGIN SELECT 1; END; "
                    + "CREATE INDEX change_record ON change(kind, number, happened, sequence)", "change_record"
            ),
            ("CREATE TABLE more(x)", "more"),
            ("ALTER TABLE entry ADD COLUMN more TEXT", "entry"),
        ])
    func `is proved to hold nothing but what the house makes`(sql: String, name: String) async throws {
        try await withFolder { folder in
            try await Written(folder).journal.close()
            try alter(folder + "/journal.sqlite", sql)
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            #expect(try await journal.verify().damage.contains(.schema(name: name)))
        }
    }

    @Test func `is proved to hold records that can be read`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: noteRegister)
            var chain = Chain()
            let change = StoredChange(kind: "note", number: 1, body: #"{"code":"N1","text":7}"#)
            try await journal.append([chain.entry("2025-10-01", stored: [change])], keys: [])
            #expect(try await journal.verify().damage == [.undecodable(sequence: 1, kind: "note", number: 1)])
        }
    }
}
