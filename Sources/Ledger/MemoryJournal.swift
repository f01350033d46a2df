/// The simplest journal there can be, for a day that is rehearsed and for as long as the process lives: the model that every engine
/// must behave like. Several houses may stand on one.
public actor MemoryJournal: Journal {
    private var kept: [Entry] = []
    private var ring = KeyRing()
    private var attached: Set<SealedAttachment> = []
    private var followers: [AsyncStream<Int>.Continuation] = []

    public init() {}

    /// Whoever follows hears of every entry, their own too.
    public nonisolated func follow() -> AsyncStream<Int> {
        let (ends, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        Task { await self.add(continuation) }
        return ends
    }

    private func add(_ follower: AsyncStream<Int>.Continuation) {
        followers.append(follower)
        if let last = kept.last { follower.yield(last.sequence) }
    }

    public func head() -> Head { kept.last.map { Head(sequence: $0.sequence, hash: $0.hash) } ?? .origin }

    public func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) throws(JournalFailure) {
        guard let first = entries.first else { return }
        guard first.previous == head().hash else { throw .notAtHead }
        for key in keys { ring.insert(key) }
        attached.formUnion(attachments)
        let erased = Set(entries.flatMap(\.erases))
        for identity in erased { ring.remove(identity) }
        attached = attached.filter { !erased.contains($0.key) }
        kept += entries
        followers.removeAll { follower in
            if case .terminated = follower.yield(head().sequence) { true } else { false }
        }
    }

    public func entries(after sequence: Int, limit: Int) -> [Entry] { Array(kept.filter { $0.sequence > sequence }.prefix(limit)) }

    public func heads(of sequences: [Int]) -> [EntryHead] { sequences.compactMap { entry($0)?.head } }

    public func changed(by sequence: Int, limit: Int) -> [ChangedRecord] {
        (entry(sequence)?.changes ?? []).prefix(limit).map { ChangedRecord(kind: $0.kind, number: $0.number) }
    }

    /// Entries are counted from 1.
    private func entry(_ sequence: Int) -> Entry? { kept.indices.contains(sequence - 1) ? kept[sequence - 1] : nil }

    public func entry(idempotencyKey: String) -> Entry? { kept.first { $0.idempotencyKey == idempotencyKey } }

    private func all() -> [StoredRecord] {
        kept.flatMap { entry in entry.changes.map { StoredRecord(change: $0, sequence: entry.sequence, happened: entry.happened) } }
    }

    public func records(_ view: PointOfView) -> [StoredRecord] {
        let last = kept.last { if case .recorded(let instant) = view { $0.recorded <= instant } else { true } }?.sequence ?? 0
        var latest: [String: StoredRecord] = [:]
        for record in all() {
            switch view {
            case .now: break
            case .happened(let instant): guard record.happened <= instant else { continue }
            case .recorded: guard record.sequence <= last else { continue }
            case .sequence(let sequence): guard record.sequence <= sequence else { continue }
            }
            let name = "\(record.change.kind)/\(record.change.number)"
            if let held = latest[name], held.happened > record.happened { continue }
            latest[name] = record
        }
        return latest.values.filter { $0.change.body != nil }.sorted {
            ($0.change.kind, $0.change.number) < ($1.change.kind, $1.change.number)
        }
    }

    public func versions(kind: String?, number: UInt32?) -> [StoredRecord] {
        let wanted = all().filter { (kind == nil || $0.change.kind == kind) && (number == nil || $0.change.number == number) }
        return wanted.enumerated().sorted { ($0.element.happened, $0.offset) < ($1.element.happened, $1.offset) }.map(\.element)
    }

    public func lastNumbers() -> [String: UInt32] {
        all().reduce(into: [:]) { $0[$1.change.kind] = max($0[$1.change.kind] ?? 0, $1.change.number) }
    }

    public func keys() -> KeyRing { ring }

    public func attachments(kind: String, number: UInt32) -> [SealedAttachment] {
        attached.filter { $0.kind == kind && $0.number == number }
    }

    public func attachedBytes(kind: String, number: UInt32) -> (record: Int, all: Int) {
        let record = attachments(kind: kind, number: number).reduce(0) { $0 + $1.sealed.count }
        return (record, attached.reduce(0) { $0 + $1.sealed.count })
    }

    public func verify() -> Verification { Verification(head: head(), entries: kept.count, records: records(.now).count, damage: []) }
}
