import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Server

/// The installation's own signing key (Ed25519), made once. It lies beside the journal, or better elsewhere.
struct InstallationKey {
    static let name = "installation.key"
    let key: Curve25519.Signing.PrivateKey

    /// - Parameter path: where it lies, or is to lie.
    init(path: String) throws {
        let file = URL(filePath: path)
        if FileManager.default.fileExists(atPath: path) {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: try Data(contentsOf: file))
        } else {
            key = Curve25519.Signing.PrivateKey()
            try key.rawRepresentation.write(to: file, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
    }
}

/// Heads that were signed before: in the folder of the data, and in files that somebody keeps elsewhere. A journal that was cut short or
/// written anew does not hold them.
struct KeptHeads {
    static let name = "heads.list"

    /// What is wrong with a head that was kept.
    enum Finding: Equatable {
        /// The chain ends before it.
        case beyond(Int)
        /// The chain has another hash there.
        case otherwise(Int)
        /// The signature is not of what is said.
        case untrue(Int)
        /// A record beside the journal does not hold a line that was kept with it.
        case beside(KeptLine, Credentials.Lack)
    }

    let path: String

    /// Nil where there is something in the file that is no head. A last one that a kill or a full disk has cut short is none yet.
    func read() throws -> [SignedHead]? {
        guard let text = try existing() else { return [] }
        return SignedHead.read(String(decoding: text.utf8.dropLast(SignedHead.tornEnd(of: text)), as: UTF8.self))
    }

    /// Adds a head, durably, in the place of one that was cut short.
    func add(_ head: SignedHead) throws {
        let before = try existing() ?? ""
        let torn = SignedHead.tornEnd(of: before)
        // Whoever brought a head by hand may have left out the end of its last line.
        let isOpen = torn == 0 && !before.isEmpty && before.last?.isNewline != true
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw notWritten }
        defer { close(file) }
        if torn > 0, ftruncate(file, lseek(file, 0, SEEK_END) - off_t(torn)) != 0 { throw notWritten }
        let lines = Array(((isOpen ? "\n" : "") + head.text + "\n").utf8)
        guard write(file, lines, lines.count) == lines.count, fsync(file) == 0 else { throw notWritten }
    }

    private func existing() throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private var notWritten: JournalFailure { .notWritten("\(path): \(String(cString: strerror(errno)))") }

    /// Holds what was kept with heads against the records beside the journal in a folder.
    static func findings(_ heads: [SignedHead], beside folder: String) throws -> [Finding] {
        try Credentials.lacking(heads.filter(\.isTrue).flatMap(\.beside), in: folder).map { .beside($0.line, $0.lack) }
    }

    /// Holds heads against a journal.
    static func findings(_ heads: [SignedHead], in journal: SQLiteJournal) async throws(JournalFailure) -> [Finding] {
        var findings: [Finding] = []
        for kept in heads {
            guard kept.isTrue else {
                findings.append(.untrue(kept.head.sequence))
                continue
            }
            guard kept.head.sequence > 0 else { continue }
            let entry = try await journal.entries(after: kept.head.sequence - 1, limit: 1).first
            if entry?.sequence != kept.head.sequence {
                findings.append(.beyond(kept.head.sequence))
            } else if entry?.hash != kept.head.hash {
                findings.append(.otherwise(kept.head.sequence))
            }
        }
        return findings
    }
}
