import Foundation
import Ledger
import LedgerSQLite
import Phrases
import Rulebook

/// Held by the one process that writes into a journal. A second writer would have the first one stop, and a served ceremony with it.
///
/// The system gives the lock back when the process ends, however it ends: a server that was killed keeps nobody out.
struct WritingLock {
    private let descriptor: Int32

    /// - Throws: ``Stop`` where another process holds it, or the folder cannot be written in.
    init(_ options: DataOptions) throws {
        // Where the folder cannot be made, opening the file says why.
        try? FileManager.default.createDirectory(
            atPath: options.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        descriptor = open(options.data + "/writing.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let why = String(cString: strerror(errno))
            throw Stop(
                try options.speech.voice().phrases(
                    "cli.cannot_write", [Fact("folder", options.data), Fact("why", why)]))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Stop(try options.speech.voice().phrases("cli.in_use", [Fact("folder", options.data)]))
        }
    }

    func giveBack() { close(descriptor) }
}

extension DataOptions {
    /// Ends the erasure that a kill has left half done.
    private func settle() throws {
        let journal = try open()
        do throws(JournalFailure) {
            try journal.settle()
            try journal.close()
        } catch { throw try speech.stop(error) }
    }

    /// Does what writes into the journal, while nobody else may.
    ///
    /// - Parameter anew: whether a journal that is not there yet may be begun.
    func writing(anew: Bool = false, _ work: () async throws -> Void) async throws {
        if !anew { try requireJournal() }
        let lock = try WritingLock(self)
        defer { lock.giveBack() }
        try settle()
        try await work()
    }
}
