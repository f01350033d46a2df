import Ledger
import RulebookTesting

/// A journal behind a door: while it is shut, what is asked of it waits; and there may be no room behind it.
actor Door: JournalDouble {
    let inner: MemoryJournal
    private var isShut = false
    private var isFull = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watchers: [CheckedContinuation<Void, Never>] = []

    init(to journal: MemoryJournal) { inner = journal }

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
        try await inner.append(entries, keys: keys, attachments: attachments)
    }

    func entry(idempotencyKey: String) async -> Entry? {
        await pass()
        return await inner.entry(idempotencyKey: idempotencyKey)
    }
}
