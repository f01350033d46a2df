import Crypto
import CryptoExtras
public import Foundation
import GRDB
public import Ledger

/// Copies of a journal under a passphrase, made while the journal is in use.
///
/// The file: one line of JSON (the format and scrypt's parameters), then the journal and its keys in pieces of 1 MiB, each sealed
/// with AES-256-GCM under the derived key; a piece's number and whether it is the last are bound into it, so that a
/// shortened or reordered copy does not open. The keys are in the clear nowhere but in memory.
public enum Backup {
    public enum Failure: Error, Hashable, Sendable {
        case notABackup
        case wrongPassphrase
        case damaged
        case folderNotEmpty
        case weakPassphrase
    }

    private static let magic = "chancery-backup-2"
    /// With something that lies beside the journal.
    private static let magicWithMore = "chancery-backup-3"
    /// Of an earlier release, whose copies hold the file of the keys as it lay.
    private static let magicOfOld = "chancery-backup-1"
    private static let pieceSize = 1 << 20
    private static let rounds = 1 << 15
    /// Fewer characters than this are refused.
    public static let shortestPassphrase = 12
    private static let journalName = "journal.sqlite"
    /// The keys' name within a copy: it is never one of a file.
    private static let keysName = "keys"

    /// Writes a sealed copy of a journal that may be in use, and may erase somebody meanwhile.
    ///
    /// - Parameter beside: what else is laid out beside the journal, by the names of its files.
    public static func write(
        _ journal: SQLiteJournal, to target: URL, passphrase: String, beside: [String: Data] = [:]
    ) async throws {
        guard passphrase.count >= shortestPassphrase else { throw Failure.weakPassphrase }
        func part(_ name: String, _ content: Data) -> Data { Data("\(name)\n\(content.count)\n".utf8) + content }
        let plain =
            try await journal.copied { part($0, $1) }
            + beside.sorted { $0.key < $1.key }.reduce(Data()) { $0 + part($1.key, $1.value) }
        var generator = SystemRandomNumberGenerator()
        let salt = Data((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
        let key = try derive(passphrase, salt, rounds)
        var header = JSON.object([
            .init("format", .text(beside.isEmpty ? magic : magicWithMore)),
            .init("salt", .text(salt.base64EncodedString())), .init("rounds", .integer(Int64(rounds))),
        ]).written
        header += "\n"
        var sealed = Data(header.utf8)
        let pieces = max(1, (plain.count + pieceSize - 1) / pieceSize)
        for piece in 0..<pieces {
            let slice = plain[(piece * pieceSize)..<min(plain.count, (piece + 1) * pieceSize)]
            let mark = Data("\(header)|\(piece)|\(piece == pieces - 1)".utf8)
            guard let box = try AES.GCM.seal(slice, using: key, authenticating: mark).combined else { throw Failure.damaged }
            withUnsafeBytes(of: UInt32(box.count).littleEndian) { sealed.append(contentsOf: $0) }
            sealed.append(box)
        }
        try DurableFile.write(sealed, to: target)
    }

    /// Lays a copy out in a folder that is empty or does not exist: beside it first, and under its name only when it is proved.
    ///
    /// - Parameters:
    ///   - erased: keys that were destroyed since the copy was made: they are not brought back, and an entry says so.
    ///   - lists: what says so, each of which must be whole, of this house, and know at least what the copy knows.
    ///   - kept: the erasures that somebody else has kept; one of the lists, or the copy, must hold each. A house that was restored counts on
    ///     from the copy's number, so that of two with one number each is another: all are looked for, and not the highest.
    ///   - now: when it is laid out.
    ///   - dice: what the master of the keys is drawn from.
    public static func restore(
        _ source: URL, to folder: URL, passphrase: String, erased: Set<KeyIdentity> = [], by lists: [ErasedContent] = [],
        holding kept: [(number: Int, link: String)] = [], at now: Instant, register: Register, dice: Dice = .machine
    ) async throws -> Verification {
        let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard existing.isEmpty else { throw Failure.folderNotEmpty }
        let files = try unbundle(try opened(Data(contentsOf: source, options: .alwaysMapped), passphrase))
        let parent = folder.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        let beside = try WorkFolder(in: parent.path, for: folder.lastPathComponent)
        defer { beside.remove() }
        for (name, content) in files where name != keysName {
            guard [journalName, KeyFile.name].contains(name) || isBeside(name) else { throw Failure.damaged }
            try DurableFile.write(content, to: URL(filePath: beside.path).appending(path: name))
        }
        if let keys = files.first(where: { $0.name == keysName }) {
            // Who was erased since is not laid out at all.
            try KeyFile(folder: beside.path, dice) { 0 }.takeIn(try read(keys.content).filter { !erased.contains($0.identity) })
        }
        let journal = try SQLiteJournal(folder: beside.path, register: register, dice: dice)
        try await journal.hold(lists, kept)
        try journal.settle(erasing: erased)
        try await journal.tellErased(erased, at: now)
        let verification = try await journal.verify()
        try journal.close()
        guard verification.damage.isEmpty else { return verification }
        try Folder.flush(beside.path)
        try beside.become(folder.path)
        return verification
    }

    /// Whether a file may lie beside the journal: its name leads nowhere, and is none that the journal has itself.
    private static func isBeside(_ name: String) -> Bool {
        name.hasSuffix(".json") && name.dropLast(5).allSatisfy { $0.isASCII && $0.isLowercase }
    }

    /// The keys as a copy holds them.
    static func written(_ keys: [SealingKey]) -> Data {
        Data(
            JSON.list(
                keys.map { key in
                    .list([
                        .text(key.owner.name), .integer(Int64(key.owner.number)), .integer(Int64(key.owner.dataSubject)),
                        .text(Data(key.bytes).base64EncodedString()),
                    ])
                }
            ).written.utf8)
    }

    private static func read(_ content: Data) throws -> [SealingKey] {
        guard let list = (try? JSON(parsing: content))?.list else { throw Failure.damaged }
        return try list.map { item in
            guard let parts = item.list, parts.count == 4, let kind = parts[0].text, let number = parts[1].integer,
                let subject = parts[2].integer, let bytes = parts[3].text.flatMap({ Data(base64Encoded: $0) }),
                let key = SealingKey(
                    of: KeyOwner(name: kind, number: UInt32(clamping: number), dataSubject: UInt32(clamping: subject)), bytes: bytes)
            else { throw Failure.damaged }
            return key
        }
    }

    private static func opened(_ sealed: Data, _ passphrase: String) throws -> Data {
        guard let end = sealed.prefix(4096).firstIndex(of: 0x0A), let header = try? JSON(parsing: sealed[..<end]),
            let format = header["format"]?.text, [magic, magicWithMore, magicOfOld].contains(format),
            let salt = header["salt"]?.text.flatMap({ Data(base64Encoded: $0) }),
            let rounds = header["rounds"]?.integer, (1 << 14...1 << 20).contains(rounds)
        else { throw Failure.notABackup }
        let line = String(decoding: sealed[...end], as: UTF8.self)
        let key = try derive(passphrase, salt, Int(rounds))
        var plain = Data()
        var rest = sealed[(end + 1)...]
        var piece = 0
        while !rest.isEmpty {
            guard rest.count > 4 else { throw Failure.damaged }
            let length = Int(rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
            guard rest.count >= 4 + length, let box = try? AES.GCM.SealedBox(combined: rest.dropFirst(4).prefix(length)) else {
                throw Failure.damaged
            }
            rest = rest.dropFirst(4 + length)
            let mark = Data("\(line)|\(piece)|\(rest.isEmpty)".utf8)
            guard let content = try? AES.GCM.open(box, using: key, authenticating: mark) else {
                throw piece == 0 ? Failure.wrongPassphrase : Failure.damaged
            }
            plain.append(content)
            piece += 1
        }
        guard piece > 0 else { throw Failure.damaged }
        return plain
    }

    private static func derive(_ passphrase: String, _ salt: Data, _ rounds: Int) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(passphrase.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: 32, rounds: rounds,
            blockSize: 8, parallelism: 1)
    }

    private static func unbundle(_ bundle: Data) throws -> [(name: String, content: Data)] {
        var files: [(String, Data)] = []
        var rest = bundle[...]
        func line() throws -> String {
            guard let end = rest.firstIndex(of: 0x0A) else { throw Failure.damaged }
            defer { rest = rest[(end + 1)...] }
            return String(decoding: rest[..<end], as: UTF8.self)
        }
        while !rest.isEmpty {
            let name = try line()
            guard let length = Int(try line()), rest.count >= length, !name.contains("/"), !name.hasPrefix(".") else {
                throw Failure.damaged
            }
            files.append((name, Data(rest.prefix(length))))
            rest = rest.dropFirst(length)
        }
        return files
    }
}

extension SQLiteJournal {
    /// Holds lists of erased keys against what this journal, a copy, knows itself.
    ///
    /// - Throws: ``ErasedFault`` where one of them is not to be trusted with who must not come back.
    fileprivate func hold(_ lists: [ErasedContent], _ kept: [(number: Int, link: String)]) async throws {
        let (history, erased) = try await pool.read { (try SQLiteJournal.erasedHistory($0), try SQLiteJournal.erasures($0)) }
        for list in lists { if let fault = list.fault(house: history.house) { throw fault } }
        let lacking = erased.subtracting(lists.flatMap(\.identities)).count
        if !lists.isEmpty, lacking > 0 { throw ErasedFault.lacks(lacking) }
        let own = ErasedContent(history.text) ?? ErasedContent()
        let missing = kept.filter { erasure in !([own] + lists).contains { $0.holds(erasure.number, erasure.link) } }
        if let first = missing.map(\.number).min() { throw ErasedFault.behind(first) }
    }

    /// The journal's content and its keys, one after another, as of one moment.
    ///
    /// The keys are read before the journal and after it: what was written in between has its key in the second, and what was erased in
    /// between is as it stood before, with its key from the first. Who restores it has the list of what was erased since.
    fileprivate func copied(_ part: (_ name: String, _ content: Data) -> Data) async throws -> Data {
        let before = try keyFile.fresh()
        let work = try WorkFolder(in: folder, for: "backup")
        defer { work.remove() }
        let path = work.path + "/journal.sqlite"
        let copy = try DatabaseQueue(path: path)
        try pool.backup(to: copy)
        var ring = before.adding(try keyFile.fresh())
        let (erased, unopened, words) = try await copy.read { [ring] database in
            (
                try SQLiteJournal.erasures(database), try SQLiteJournal.unopened(in: database, "change", ring),
                try SQLiteJournal.unopenedWords(in: database, ring)
            )
        }
        try copy.close()
        // Of a key that came and went while the copy was made, an entry that is not in it says so.
        let later = try await pool.read { try SQLiteJournal.erasures($0) }
        let missing =
            unopened.count { sealed in !ring.missing(sealed).allSatisfy { $0.map(later.contains) ?? false } }
            + words.count { keys in !keys.contains(where: later.contains) }
        // Better none than one that nobody can restore.
        guard missing == 0 else { throw JournalFailure.keysMissing(missing) }
        for identity in erased { ring.remove(identity) }
        let content = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        return part("journal.sqlite", content) + part("keys", Backup.written(ring.all))
    }
}
