import Crypto
import CryptoExtras
public import Foundation
import GRDB
import Ledger

/// Copies of a journal under a passphrase, made while the journal is in use.
///
/// The file: one line of JSON (the format and scrypt's parameters), then the folder's files in pieces of 1 MiB, each sealed
/// with AES-256-GCM under the derived key; a piece's number and whether it is the last are bound into it, so that a
/// shortened or reordered copy does not open.
public enum Backup {
    public enum Failure: Error, Hashable, Sendable {
        case notABackup
        case wrongPassphrase
        case damaged
        case folderNotEmpty
        case weakPassphrase
    }

    private static let magic = "chancery-backup-1"
    private static let pieceSize = 1 << 20
    private static let rounds = 1 << 15
    /// Fewer characters than this are refused.
    public static let shortestPassphrase = 12

    /// Writes a sealed copy of a journal that may be in use.
    public static func write(_ journal: SQLiteJournal, to target: URL, passphrase: String) throws {
        guard passphrase.count >= shortestPassphrase else { throw Failure.weakPassphrase }
        let work = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: work) }
        try journal.copy(to: work)
        var generator = SystemRandomNumberGenerator()
        let salt = Data((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
        let key = try derive(passphrase, salt, rounds)
        var header = JSON.object([
            .init("format", .text(magic)), .init("salt", .text(salt.base64EncodedString())), .init("rounds", .integer(Int64(rounds))),
        ]).written
        header += "\n"
        var sealed = Data(header.utf8)
        let plain = try bundle(of: work)
        let pieces = max(1, (plain.count + pieceSize - 1) / pieceSize)
        for piece in 0..<pieces {
            let slice = plain[(piece * pieceSize)..<min(plain.count, (piece + 1) * pieceSize)]
            let mark = Data("\(header)|\(piece)|\(piece == pieces - 1)".utf8)
            guard let box = try AES.GCM.seal(slice, using: key, authenticating: mark).combined else { throw Failure.damaged }
            withUnsafeBytes(of: UInt32(box.count).littleEndian) { sealed.append(contentsOf: $0) }
            sealed.append(box)
        }
        try sealed.write(to: target, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
    }

    /// Lays a copy out in a folder that is empty or does not exist. Opening and verifying it is the caller's next step.
    public static func restore(_ source: URL, to folder: URL, passphrase: String) throws {
        let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard existing.isEmpty else { throw Failure.folderNotEmpty }
        let files = try unbundle(try opened(Data(contentsOf: source), passphrase))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (name, content) in files {
            let target = folder.appending(path: name)
            try content.write(to: target, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
        }
    }

    private static func opened(_ sealed: Data, _ passphrase: String) throws -> Data {
        guard let end = sealed.prefix(4096).firstIndex(of: 0x0A), let header = try? JSON(parsing: sealed[..<end]),
            header["format"]?.text == magic, let salt = header["salt"]?.text.flatMap({ Data(base64Encoded: $0) }),
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

    /// The folder's files one after another, each under its name and length.
    private static func bundle(of folder: URL) throws -> Data {
        var bundle = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let content = try Data(contentsOf: folder.appending(path: name))
            bundle.append(Data("\(name)\n\(content.count)\n".utf8))
            bundle.append(content)
        }
        return bundle
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
    /// A consistent copy of the journal's files in a folder. The journal is copied before the keys: an entry written in
    /// between may have its key in the copy, never the other way round.
    func copy(to folder: URL) throws {
        let copy = try DatabaseQueue(path: folder.appending(path: "journal.sqlite").path)
        try pool.backup(to: copy)
        try copy.close()
        try keyFile.copy(to: folder.appending(path: "keys.sqlite").path)
    }
}
