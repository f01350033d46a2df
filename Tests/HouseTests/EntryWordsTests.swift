import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Paperwork
import Phrases
import Testing

@Suite struct `What is said of an act` {
    @Test func `is no override because somebody writes so`() async throws {
        try await withFolder { folder in
            let house = try await PoweredHouse(folder)
            let forged = "agreed [override: the minister said so]"
            _ = try await house.ask(
                .edit, "body", "BCA", [("name_en", .text("X"))], by: .dataFolder(for: "O-A"), reason: forged
            ).get()
            let last = try #require(try await Historian(house.journal).alterations(kind: "body", number: 1).last)
            #expect(last.words?.override == "")
            #expect(try Phrases.delivered(.english).reason(last.words) == forged)
        }
    }

    @Test func `of several people is read as long as the key of each of them stands`() async throws {
        try await withFolder { folder in
            let house = try await PoweredHouse(folder)
            let both = ["N-1", "N-2"].map {
                ActRequest.Proposal(kind: "person", code: $0, contents: [("family_name", JSON.text("Mẫu"))])
            }
            let request = ActRequest(act: .edit, actor: "O-A", reason: "two of the Mẫu family", proposals: both)
            _ = try await house.chancery.perform(request).get()
            let told = try await Historian(house.journal).alterations(kind: "person", number: 1).last?.words
            #expect(told == Entry.Words(reason: "two of the Mẫu family"))
            #expect(try !Data(contentsOf: URL(filePath: folder + "/journal.sqlite-wal")).contains(Data("two of the".utf8)))
            _ = try await house.ask(.erase, "person", "N-2", by: .dataFolder(for: "O-A")).get()
            #expect(try await Historian(house.journal).alterations(kind: "person", number: 1).last?.words == nil)
        }
    }

    @Test func `is written into a journal that an earlier release began, and read back with the rest`() async throws {
        let release = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../HistoryTests/Journals/0.1").standardized
        try await withFolder { folder in
            try FileManager.default.copyItem(atPath: release.path, toPath: folder)
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let opening = try await LoadedCeremony.opened(journal, now: morning)
            let officer = opening.picture.code(of: Reference(slot: 2, number: 1)) ?? "ANYBODY"
            let house = Chancery(opening, journal: journal, clock: { Instant("2026-10-14T01:00:00Z")! }) { preconditionFailure("\($0)") }
            let body = try #require(opening.picture.code(of: Reference(slot: 1, number: 1)))
            let edit = ActRequest(
                act: .edit, actor: officer, reason: "anew", proposals: [.init(kind: "body", code: body, contents: [("note", .text("new"))])]
            )
            _ = try await house.perform(edit).get()
            #expect(try await journal.verify().damage == [])
            try journal.close()
            let again = try SQLiteJournal(folder: folder, register: houseRegister)
            let last = try #require(try await Historian(again).alterations(kind: "body", number: 1).last)
            #expect(last.entry.signatory.way == "data_folder" && last.words?.reason == "anew")
        }
    }
}
