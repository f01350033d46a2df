import Engine
import House
import Ledger
import LedgerSQLite
import Rulebook
import RulebookTesting
import Testing

@Suite struct `An acknowledgement` {
    private func withHouse(_ body: (Chancery, HeldDisk<SQLiteJournal>) async throws -> Void) async throws {
        try await withFolder { folder in
            let disk = HeldDisk(try SQLiteJournal(folder: folder, register: houseRegister))
            let opening = try await LoadedCeremony.opened(disk, now: morning)
            let house = Chancery(
                opening, journal: disk, rulebook: Rulebook([]), acts: [], clock: { morning },
                breakDown: { failure in preconditionFailure("\(failure)") })
            try await body(house, disk)
        }
    }

    private func found(_ name: String, key: String = "") -> ActRequest {
        ActRequest(
            act: .edit, actor: "HEAD", idempotencyKey: key,
            proposals: [
                .init(
                    kind: "body", code: "BCA",
                    contents: [("kind", .text("ministry")), ("name_vi", .text(name)), ("name_en", .text(name))])
            ])
    }

    private func foundNoSpace(_ result: Result<Receipt, Denial>) -> Bool {
        if case .failure(.noSpace) = result { true } else { false }
    }

    @Test func `of an act sent again waits until the first is durable`() async throws {
        try await withHouse { house, disk in
            async let first = house.perform(found("A", key: "k"))
            async let second = house.perform(found("A", key: "k"))
            async let third = house.perform(found("A", key: "k"))
            try await disk.release(hasSpace: true)
            let receipts = [try await first.get(), try await second.get(), try await third.get()]
            #expect(receipts.map(\.sequence) == [1, 1, 1])
            #expect(receipts.count { !$0.wasWritten } == 1)
            #expect(try await disk.head().sequence == 1)
        }
    }

    @Test func `of an act sent again is a refusal where the first was refused`() async throws {
        try await withHouse { house, disk in
            async let first = house.perform(found("A", key: "k"))
            async let second = house.perform(found("A", key: "k"))
            try await disk.release(hasSpace: false)
            let refused = [await first, await second].filter(foundNoSpace)
            #expect(refused.count == 2)
            #expect(try await disk.head() == .origin)
        }
    }

    @Test func `of an act that changes nothing waits for what made it so`() async throws {
        try await withHouse { house, disk in
            async let first = house.perform(found("A"))
            async let second = house.perform(found("A"))
            try await disk.release(hasSpace: false)
            let refused = [await first, await second].filter(foundNoSpace)
            #expect(refused.count == 2)
        }
    }
}
