import Foundation
import Ledger

/// A folder for work that a kill may cut off, within or beside the folder of the data and as private as that. What was left by a process
/// that is gone is cleaned away when the next one begins; one that is still at work keeps its own.
struct WorkFolder {
    let path: String
    /// Its lock lies with the system: it ends with the process, however that ends.
    private let descriptor: Int32

    private static func prefix(_ purpose: String) -> String { ".\(purpose).chancery-" }

    init(in parent: String, for purpose: String) throws {
        WorkFolder.sweep(parent, purpose)
        path = parent + "/" + WorkFolder.prefix(purpose) + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw JournalFailure.notWritten("\(path): \(String(cString: strerror(errno)))")
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
        close(descriptor)
    }

    /// Takes the name of a folder that is empty or not there. Survives a loss of power when it returns.
    func become(_ name: String) throws {
        guard rename(path, name) == 0 else {
            if errno == ENOTEMPTY || errno == EEXIST { throw Backup.Failure.folderNotEmpty }
            throw JournalFailure.notWritten("\(name): \(String(cString: strerror(errno)))")
        }
        try Folder.flush(URL(filePath: name).deletingLastPathComponent().path)
    }

    /// Removes what processes that are gone have left.
    static func sweep(_ parent: String, _ purpose: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix(purpose)) {
            let left = open(parent + "/" + name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard left >= 0 else { continue }
            defer { close(left) }
            guard flock(left, LOCK_EX | LOCK_NB) == 0 else { continue }
            try? FileManager.default.removeItem(atPath: parent + "/" + name)
        }
    }
}

/// A file that is there whole or not at all, for its owner alone.
enum DurableFile {
    static func write(_ content: Data, to target: URL) throws {
        let folder = target.deletingLastPathComponent()
        let prefix = ".\(target.lastPathComponent).chancery-"
        // What a kill has left of an earlier one is as secret as the file itself.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] where name.hasPrefix(prefix) {
            unlink(folder.appending(path: name).path)
        }
        let beside = folder.appending(path: prefix + UUID().uuidString)
        let file = open(beside.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw JournalFailure.notWritten("\(target.path): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        do {
            var rest = content[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, min($0.count, 1 << 24)) }
                guard written > 0 else { throw JournalFailure.notWritten("\(target.path): \(String(cString: strerror(errno)))") }
                rest = rest.dropFirst(written)
            }
            guard fsync(file) == 0, rename(beside.path, target.path) == 0 else {
                throw JournalFailure.notWritten("\(target.path): \(String(cString: strerror(errno)))")
            }
        } catch {
            unlink(beside.path)
            throw error
        }
        try Folder.flush(target.deletingLastPathComponent().path)
    }
}
