import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Testing

/// What journals out in the world hold must be readable for ever: codes may be added, never changed or taken away.
@Suite struct `What is written once` {
    private static func parts(_ line: String) -> (field: String, shape: String) {
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }

    @Test func `keeps its code and its meaning`() throws {
        let file = try #require(Bundle.module.url(forResource: "wire-codes", withExtension: "txt", subdirectory: "Journals"))
        let frozen = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let current = Dictionary(uniqueKeysWithValues: WireCodes.lines().map(Self.parts))
        var gone: [String] = []
        for line in frozen {
            let (field, was) = Self.parts(String(line))
            let now = Set((current[field] ?? "").split(separator: " "))
            if !Set(was.split(separator: " ")).isSubset(of: now) { gone.append("\(line), is \(current[field] ?? "gone")") }
        }
        #expect(gone == [], "a journal written before could no longer be read")
        #expect(frozen.count > 500)
    }

    @Test func `new codes are added to the list that is frozen`() throws {
        let file = try #require(Bundle.module.url(forResource: "wire-codes", withExtension: "txt", subdirectory: "Journals"))
        let frozen = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
        let missing = WireCodes.lines().filter { !frozen.contains($0) }
        #expect(missing == [], "write `chancery kinds` to Tests/HistoryTests/Journals/wire-codes.txt")
    }

    @Test func `opens in every release's journal`() async throws {
        let folder = try #require(Bundle.module.url(forResource: "Journals", withExtension: nil))
        let releases = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter(\.hasDirectoryPath)
        #expect(!releases.isEmpty)
        for release in releases {
            let copy = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")
            try FileManager.default.copyItem(at: release, to: copy)
            defer { try? FileManager.default.removeItem(at: copy) }
            let journal = try SQLiteJournal(folder: copy.path, register: houseRegister)
            #expect(try await journal.verify().damage == [])
            let opening = try await LoadedCeremony.opened(journal, now: Instant("2026-01-01T00:00:00Z")!)
            #expect(opening.picture.count > 10, "\(release.lastPathComponent)")
        }
    }
}
