public import Ledger

/// A journal of the tests that stands before another: it answers what that one answers, but for what a test changes.
public protocol JournalDouble: Journal {
    associatedtype Inner: Journal
    var inner: Inner { get }
}

extension JournalDouble {
    public func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) async throws(JournalFailure) {
        try await inner.append(entries, keys: keys, attachments: attachments)
    }
    public func head() async throws(JournalFailure) -> Head { try await inner.head() }
    public func entries(after sequence: Int, limit: Int) async throws(JournalFailure) -> [Entry] {
        try await inner.entries(after: sequence, limit: limit)
    }
    public func heads(of sequences: [Int]) async throws(JournalFailure) -> [EntryHead] { try await inner.heads(of: sequences) }
    public func changed(by sequence: Int, limit: Int) async throws(JournalFailure) -> [ChangedRecord] {
        try await inner.changed(by: sequence, limit: limit)
    }
    public func entry(idempotencyKey: String) async throws(JournalFailure) -> Entry? {
        try await inner.entry(idempotencyKey: idempotencyKey)
    }
    public func records(_ view: PointOfView) async throws(JournalFailure) -> [StoredRecord] { try await inner.records(view) }
    public func versions(kind: String?, number: UInt32?) async throws(JournalFailure) -> [StoredRecord] {
        try await inner.versions(kind: kind, number: number)
    }
    public func lastNumbers() async throws(JournalFailure) -> [String: UInt32] { try await inner.lastNumbers() }
    public func keys() async throws(JournalFailure) -> KeyRing { try await inner.keys() }
    public func attachments(kind: String, number: UInt32) async throws(JournalFailure) -> [SealedAttachment] {
        try await inner.attachments(kind: kind, number: number)
    }
    public func attachedBytes(kind: String, number: UInt32) async throws(JournalFailure) -> (record: Int, all: Int) {
        try await inner.attachedBytes(kind: kind, number: number)
    }
    public func verify() async throws(JournalFailure) -> Verification { try await inner.verify() }
}

/// A journal whose disk is full, or wants something else, while somebody says so.
public actor FullDisk<Inner: Journal>: JournalDouble {
    public nonisolated let inner: Inner
    private var want: JournalFailure?
    public init(_ inner: Inner) { self.inner = inner }
    public func fill(_ full: Bool) { want = full ? .noSpace : nil }
    public func lack(_ want: JournalFailure?) { self.want = want }

    public func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) async throws(JournalFailure) {
        if let want { throw want }
        try await inner.append(entries, keys: keys, attachments: attachments)
    }
}

/// A journal that appends nothing until somebody says whether there is space.
public actor HeldDisk<Inner: Journal>: JournalDouble {
    public nonisolated let inner: Inner
    private var hasSpace: Bool?
    private var held: [CheckedContinuation<Void, Never>] = []
    public init(_ inner: Inner) { self.inner = inner }

    /// Waits until somebody appends and others had time to come after, and then answers this and every later append.
    public func release(hasSpace: Bool) async throws {
        while held.isEmpty { await Task.yield() }
        try await Task.sleep(for: .milliseconds(20))
        self.hasSpace = hasSpace
        for continuation in held { continuation.resume() }
        held = []
    }

    public func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) async throws(JournalFailure) {
        if hasSpace == nil { await withCheckedContinuation { held.append($0) } }
        guard hasSpace == true else { throw .noSpace }
        try await inner.append(entries, keys: keys, attachments: attachments)
    }
}
