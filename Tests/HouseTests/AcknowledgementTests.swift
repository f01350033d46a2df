import Engine
import House
import Ledger
import LedgerSQLite
import Rulebook
import Testing

/// A journal that appends nothing until somebody says whether there is space.
actor HeldDisk: Journal {
    private let inner: SQLiteJournal
    private var hasSpace: Bool?
    private var held: [CheckedContinuation<Void, Never>] = []
    init(_ inner: SQLiteJournal) { self.inner = inner }

    /// Waits until somebody appends and others had time to come after, and then answers this and every later append.
    func release(hasSpace: Bool) async throws {
        while held.isEmpty { await Task.yield() }
        try await Task.sleep(for: .milliseconds(20))
        self.hasSpace = hasSpace
        for continuation in held { continuation.resume() }
        held = []
    }

    func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) async throws(JournalFailure) {
        if hasSpace == nil { await withCheckedContinuation { held.append($0) } }
        guard hasSpace == true else { throw .noSpace }
        try await inner.append(entries, keys: keys, attachments: attachments)
    }

    func head() async throws(JournalFailure) -> Head { try await inner.head() }
    func entries(after sequence: Int, limit: Int) async throws(JournalFailure) -> [Entry] {
        try await inner.entries(after: sequence, limit: limit)
    }
    func entry(idempotencyKey: String) async throws(JournalFailure) -> Entry? { try await inner.entry(idempotencyKey: idempotencyKey) }
    func records(_ view: PointOfView) async throws(JournalFailure) -> [StoredRecord] { try await inner.records(view) }
    func versions(kind: String?, number: UInt32?) async throws(JournalFailure) -> [StoredRecord] {
        try await inner.versions(kind: kind, number: number)
    }
    func lastNumbers() async throws(JournalFailure) -> [String: UInt32] { try await inner.lastNumbers() }
    func keys() async throws(JournalFailure) -> KeyRing { try await inner.keys() }
    func attachments(kind: String, number: UInt32) async throws(JournalFailure) -> [SealedAttachment] {
        try await inner.attachments(kind: kind, number: number)
    }
    func attachedBytes(kind: String, number: UInt32) async throws(JournalFailure) -> (record: Int, all: Int) {
        try await inner.attachedBytes(kind: kind, number: number)
    }
    func verify() async throws(JournalFailure) -> Verification { try await inner.verify() }
}

@Suite struct `An acknowledgement` {
    private func withHouse(_ body: (Chancery, HeldDisk) async throws -> Void) async throws {
        try await withFolder { folder in
            let disk = HeldDisk(try SQLiteJournal(folder: folder, register: houseRegister))
            let opening = try await Opening.opened(disk, now: morning)
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
