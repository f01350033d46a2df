import Foundation
public import Ledger

/// By what the keys are known that were destroyed, in a file that no backup holds: kept elsewhere, it says what an older copy may not
/// bring back. It tells nothing of whom they were about.
public struct ErasedList: Sendable {
    public static let name = "erased.list"
    private let path: String

    public init(path: String) { self.path = path }
    init(folder: String) { self.init(path: folder + "/" + ErasedList.name) }

    /// - Throws: where there is such a file and it cannot be read, or is no list of keys.
    public func read() throws(JournalFailure) -> Set<KeyIdentity> {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .unreadable(ErasedList.name) }
        var identities: Set<KeyIdentity> = []
        let lines = text.split(whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() {
            guard let identity = KeyIdentity(line) else {
                // A last line that a loss of power has cut short is written again from the journal.
                guard place == lines.count - 1, line.utf8.count < 16, line.allSatisfy(\.isHexDigit) else {
                    throw .unreadable(ErasedList.name)
                }
                continue
            }
            identities.insert(identity)
        }
        return identities
    }

    /// Adds what is not in it yet, durably.
    func add(_ identities: Set<KeyIdentity>) throws(JournalFailure) {
        let news = identities.subtracting(try read())
        guard !news.isEmpty else { return }
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritten("\(ErasedList.name): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let lines = Array(("\n" + news.map(\.description).sorted().joined(separator: "\n") + "\n").utf8)
        guard write(file, lines, lines.count) == lines.count, fsync(file) == 0 else {
            throw .notWritten("\(ErasedList.name): \(String(cString: strerror(errno)))")
        }
    }
}
