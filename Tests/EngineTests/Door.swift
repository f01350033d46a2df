import Ledger

/// A journal behind a door: while it is shut, what is asked of it waits; and there may be no room behind it.
actor Door: Journal {
    private let journal: MemoryJournal
    private var isShut = false
    private var isFull = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watchers: [CheckedContinuation<Void, Never>] = []

    init(to journal: MemoryJournal) { self.journal = journal }

    /// How many wait before it.
    var queue: Int { waiting.count }

    func shut() { isShut = true }
    func fill() { isFull = true }

    func open() {
        isShut = false
        for one in waiting { one.resume() }
        waiting = []
    }

    /// Returns when somebody waits before it.
    func knocked() async {
        guard waiting.isEmpty else { return }
        await withCheckedContinuation { watchers.append($0) }
    }

    private func pass() async {
        guard isShut else { return }
        await withCheckedContinuation { one in
            waiting.append(one)
            for watcher in watchers { watcher.resume() }
            watchers = []
        }
    }

    func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) async throws(JournalFailure) {
        await pass()
        guard !isFull else { throw .noSpace }
        try await journal.append(entries, keys: keys, attachments: attachments)
    }

    func entry(idempotencyKey: String) async -> Entry? {
        await pass()
        return await journal.entry(idempotencyKey: idempotencyKey)
    }

    func head() async -> Head { await journal.head() }
    func entries(after sequence: Int, limit: Int) async -> [Entry] { await journal.entries(after: sequence, limit: limit) }
    func records(_ view: PointOfView) async -> [StoredRecord] { await journal.records(view) }
    func versions(kind: String?, number: UInt32?) async -> [StoredRecord] { await journal.versions(kind: kind, number: number) }
    func lastNumbers() async -> [String: UInt32] { await journal.lastNumbers() }
    func keys() async -> KeyRing { await journal.keys() }
    func attachments(kind: String, number: UInt32) async -> [SealedAttachment] { await journal.attachments(kind: kind, number: number) }
    func attachedBytes(kind: String, number: UInt32) async -> (record: Int, all: Int) {
        await journal.attachedBytes(kind: kind, number: number)
    }
    func verify() async -> Verification { await journal.verify() }
}
