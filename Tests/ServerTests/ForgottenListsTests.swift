import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Server
import Testing

/// What lies beside the journal holds nothing of whom somebody has erased.
@Suite struct `Kept lists` {
    private func contains(_ word: String, _ folder: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
            try Data(contentsOf: URL(filePath: folder + "/" + name)).range(of: Data(word.utf8)) != nil
        }
    }

    private func house(_ folder: String, forgetting: @escaping @Sendable (ErasedWords) async throws -> Void) async throws -> Chancery {
        let journal = try SQLiteJournal(folder: folder, register: houseRegister)
        let now = OpenHouse.now
        let house = Chancery(try await LoadedCeremony.opened(journal, now: now), journal: journal, clock: { now }, forget: forgetting) {
            preconditionFailure("\($0)")
        }
        for (code, name) in [("P-1", "ZQXFIRST"), ("P-1", "ZQXSECOND"), ("P-2", "ZQYOTHER")] {
            let proposal = ActRequest.Proposal(
                kind: "person", code: code,
                contents: [("family_name", .text(name)), ("title", .text("Minister")), ("nationality", .text("VNM"))])
            _ = try await house.perform(ActRequest(act: .edit, actor: "ANYBODY", proposals: [proposal])).get()
        }
        return house
    }

    private func erase(_ house: Chancery) async -> Result<Receipt, Denial> {
        await house.perform(
            ActRequest(act: .erase, actor: "ANYBODY", reason: "asked", proposals: [.init(kind: "person", code: "P-1")]))
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    @Test func `that hold a name which anybody erased ever bore are gone from the file, and others are not`() async throws {
        try await withFolder { folder in
            let house = try await house(folder) { try Credentials.forget($0, in: folder) }
            let credentials = try Credentials(folder: folder)
            for (name, address) in [
                ("About ZQXSECOND", "/records/people"), ("Before", "/records/people?q=zqxfirst"),
                ("Beginning", "/records/people?q=ZQXSEC"), ("Other", "/records/people?q=ZQYOTHER"),
                ("Delegations of VNM", "/records/people?is-nationality=VNM"), ("Ministers", "/records/people?q=minister"),
            ] { try await credentials.keep(name, address, for: "CHIEF") }
            try await credentials.keep("Dropped ZQXSECOND", "/records/people", for: "CHIEF")
            try await credentials.drop("Dropped ZQXSECOND", of: "CHIEF")
            #expect(try contains("ZQXSECOND", folder))
            _ = try await erase(house).get()
            #expect(try await credentials.views(of: "CHIEF").map(\.name) == ["Delegations of VNM", "Ministers", "Other"])
            for word in ["ZQXSECOND", "zqxfirst", "ZQXSEC", "ZQXFIRST"] { #expect(try !contains(word, folder), "\(word)") }
        }
    }

    @Test func `that look for a name by words which many share are gone with whoever bore all of them`() async throws {
        try await withFolder { folder in
            let house = try await house(folder) { try Credentials.forget($0, in: folder) }
            for (code, family, given) in [("P-1", "Nguyễn Văn", "A"), ("P-3", "Nguyễn Văn", "Bình"), ("P-4", "Trần Thị", "A")] {
                let contents: [(String, JSON)] = [("family_name", .text(family)), ("given_name", .text(given))]
                let proposal = ActRequest.Proposal(kind: "person", code: code, contents: contents)
                _ = try await house.perform(ActRequest(act: .edit, actor: "ANYBODY", proposals: [proposal])).get()
            }
            let credentials = try Credentials(folder: folder)
            for (name, address) in [
                ("One", "/records/people?q=nguyen+van+a"), ("Two", "/records/people?q=A+Nguy%E1%BB%85n"),
                ("Family", "/records/people?q=nguyen+van"), ("Another", "/records/people?q=tran+thi+a"),
            ] { try await credentials.keep(name, address, for: "CHIEF") }
            _ = try await erase(house).get()
            #expect(try await credentials.views(of: "CHIEF").map(\.name) == ["Another", "Family"])
        }
    }

    @Test func `that were dropped or written over, or whose account is gone, leave no byte`() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let credentials = try Credentials(folder: folder)
            try await credentials.keep("One", "/records/people?q=ZQXDROPPED", for: "CHIEF")
            try await credentials.keep("Two", "/records/people?q=ZQXBEFORE", for: "CHIEF")
            #expect(try contains("ZQXBEFORE", folder))
            try await credentials.drop("One", of: "CHIEF")
            try await credentials.keep("Two", "/records/people?q=ZQXAFTER", for: "CHIEF")
            #expect(try !contains("ZQXDROPPED", folder) && !contains("ZQXBEFORE", folder) && contains("ZQXAFTER", folder))
        }
    }

    @Test func `that cannot be emptied keep anybody from being erased, so that none is left behind`() async throws {
        struct Full: Error {}
        try await withFolder { folder in
            let house = try await house(folder) { _ in throw Full() }
            let before = house.published.head
            guard case .failure(.journal(.notWritten)) = await erase(house) else {
                Issue.record("it was erased all the same")
                return
            }
            #expect(house.published.head == before)
        }
    }

    @Test func `are emptied of nobody for an erasure that is refused`() async throws {
        try await withFolder { folder in
            let house = try await house(folder) { _ in Issue.record("it was emptied") }
            let answer = await house.perform(
                ActRequest(
                    act: .erase, actor: "ANYBODY", reason: "ZQXSECOND asked", proposals: [.init(kind: "person", code: "P-1")]))
            guard case .failure(.refused) = answer else {
                Issue.record("it was not refused")
                return
            }
        }
    }
}
