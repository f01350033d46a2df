/// Where entries are kept for ever. An engine passes the shared suite of JournalTests.
///
/// What an engine promises: entries are appended whole or not at all, in the order of their chain; when `append` returns,
/// they survive a kill of the process and a loss of power.
public protocol Journal: Sendable {
    /// Where the chain ends.
    func head() async throws(JournalFailure) -> Head

    /// Appends entries that continue the chain from its head, together with keys that they are the first to need and the attachments that
    /// they name. When it returns, the keys that the entries erase are destroyed, durably and everywhere in the engine's files, and the
    /// attachments under them are not there any more.
    func append(_ entries: [Entry], keys: [SealingKey], attachments: [SealedAttachment]) async throws(JournalFailure)

    /// Entries after a sequence, in order.
    func entries(after sequence: Int, limit: Int) async throws(JournalFailure) -> [Entry]

    /// What stands above the changes of those of these entries that there are, in the order that is asked for. No change is read.
    func heads(of sequences: [Int]) async throws(JournalFailure) -> [EntryHead]

    /// Which records an entry changed, in the order of its changes, up to so many.
    func changed(by sequence: Int, limit: Int) async throws(JournalFailure) -> [ChangedRecord]

    /// The entry that was written under an idempotency key.
    func entry(idempotencyKey: String) async throws(JournalFailure) -> Entry?

    /// The version of every record that a point of view sees; removed records are left out.
    func records(_ view: PointOfView) async throws(JournalFailure) -> [StoredRecord]

    /// All versions of one record, or of all records, in the order of what happened.
    func versions(kind: String?, number: UInt32?) async throws(JournalFailure) -> [StoredRecord]

    /// The highest number that each kind has given so far, by the kind's code: also to records that were removed since.
    func lastNumbers() async throws(JournalFailure) -> [String: UInt32]

    /// The keys that have not been destroyed.
    func keys() async throws(JournalFailure) -> KeyRing

    /// The attachments that one record names or has named, sealed.
    func attachments(kind: String, number: UInt32) async throws(JournalFailure) -> [SealedAttachment]

    /// Bytes of the attachments of one record, and of all.
    func attachedBytes(kind: String, number: UInt32) async throws(JournalFailure) -> (record: Int, all: Int)

    /// Proves that chain and current state are what the entries say, and that what they sealed opens, or an entry says why it does not.
    func verify() async throws(JournalFailure) -> Verification

    /// The end of the chain whenever somebody else has written; it ends where nobody else can. Who is slow is told the newest alone.
    func follow() -> AsyncStream<Int>
}

extension Journal {
    /// Appends entries that name no attachment.
    public func append(_ entries: [Entry], keys: [SealingKey]) async throws(JournalFailure) {
        try await append(entries, keys: keys, attachments: [])
    }

    /// Of a journal into which one process alone writes.
    public func follow() -> AsyncStream<Int> { AsyncStream { $0.finish() } }
}

/// From when a ceremony is looked at.
public enum PointOfView: Hashable, Sendable {
    /// All that has been written.
    case now
    /// What was true in the world at that instant, as far as it is known today.
    case happened(Instant)
    /// What the house knew at that instant.
    case recorded(Instant)
    /// What had been written when this entry was the last.
    case sequence(Int)
}

/// A record's version as it lies in the journal.
public struct StoredRecord: Hashable, Sendable {
    public let change: StoredChange
    public let sequence: Int
    public let happened: Instant

    public init(change: StoredChange, sequence: Int, happened: Instant) {
        self.change = change
        self.sequence = sequence
        self.happened = happened
    }
}

/// What a verification found.
public struct Verification: Hashable, Sendable {
    public enum Damage: Hashable, Sendable {
        /// An entry's content is not what its hash was made of.
        case altered(sequence: Int)
        /// An entry does not stand on the one before it.
        case unlinked(sequence: Int)
        /// An entry is missing.
        case missing(sequence: Int)
        /// The current state of a record is not what its entries say.
        case current(kind: String, number: UInt32)
        /// A version's personal fields open under no key that there is, and no entry says that they were erased.
        case sealed(sequence: Int, kind: String, number: UInt32)
        /// What was said of an entry opens under no key, and nobody whom it is about was erased.
        case words(sequence: Int)
        /// The bytes of an attachment that a record names are not there or not what it says, and nothing of the record was erased; or bytes
        /// are there that it never named.
        case attachment(kind: String, number: UInt32)
        /// A version cannot be read as a record of its kind.
        case undecodable(sequence: Int, kind: String, number: UInt32)
        /// A key that the entries erased is still there.
        case unfinishedErasure
        /// The list beside the journal names so many keys as erased of which no entry says so.
        case unknownErasures(Int)
        /// A table, index, trigger or view of the file is not as the house makes it: its name.
        case schema(name: String)
        /// The file itself is damaged, as its engine says.
        case file(String)
    }
    public let head: Head
    public let entries: Int
    public let records: Int
    public let damage: [Damage]
    public init(head: Head, entries: Int, records: Int, damage: [Damage]) {
        self.head = head
        self.entries = entries
        self.records = records
        self.damage = damage
    }

    /// With what was found elsewhere.
    public func adding(_ more: [Damage]) -> Verification {
        Verification(head: head, entries: entries, records: records, damage: damage + more)
    }
}

/// Why a journal did not do what it was asked.
public enum JournalFailure: Error, Hashable, Sendable {
    /// There was no space; nothing was written, and the same act may be tried again later.
    case noSpace
    /// It could not be begun, for want of memory, descriptors or permission: why. Nothing was written, and the same act may be tried again.
    case notWritten(String)
    /// So many texts lie under keys that are not there, and no entry says that they were erased: the key file is missing, another's, or of
    /// another day.
    case keysMissing(Int)
    /// The list beside the journal names so many keys as erased of which no entry says so: it is an older copy, which would bring back what
    /// was erased since.
    case olderCopy(Int)
    /// Somebody else wrote in between: the entries do not continue the chain.
    case notAtHead
    /// The journal cannot be opened as it must be: why.
    case unfit(String)
    /// The disk failed. Whether the entries are kept is unknown; the process must end, and the journal be opened afresh.
    case broken(String)
    /// What lies in the journal cannot be read.
    case unreadable(String)
}

/// A change that no journal could hold: nothing of its act may be written, nor shown as if it were.
public struct Unstorable: Error, Hashable, Sendable {
    /// What the change is of.
    public let reference: Reference

    public init(reference: Reference) { self.reference = reference }
}

extension Register {
    /// A change as the journal keeps it, its personal fields sealed under the key of this record and whom it is about.
    ///
    /// - Parameter keyOf: the key of what is sealed so; nil for what is erased with it, of which nothing is kept.
    /// - Throws: ``Unstorable`` for a kind that the register does not know, for what would not read back, and where sealing fails.
    public func stored(_ change: Change, sequence: Int, key keyOf: (KeyOwner) -> SealingKey?) throws(Unstorable) -> StoredChange {
        guard let kind = kind(slot: change.reference.slot) else { throw Unstorable(reference: change.reference) }
        guard let row = change.row else { return StoredChange(kind: kind.code, number: change.reference.number, body: nil) }
        guard row.values.allSatisfy(\.readsBack) else { throw Unstorable(reference: change.reference) }
        let text = kind.text(of: row)
        let owner = KeyOwner(
            kind: kind.code, number: row.number, dataSubject: row.dataSubject ?? 0, part: kind.hasEarlyFields ? .rest : .whole)
        guard let personal = text.personal, let key = keyOf(owner) else {
            return StoredChange(kind: kind.code, number: row.number, body: text.open.written)
        }
        let place = Sealing.Place(kind: kind.code, number: row.number, sequence: sequence)
        let parts = kind.parts(of: personal)
        var early: [StoredChange.Sealed.Early] = []
        for (days, text) in parts.early {
            guard let key = keyOf(owner.part(.early(days))) else { continue }
            guard let sealed = Sealing.seal(text, under: key, at: place) else { throw Unstorable(reference: change.reference) }
            early.append(StoredChange.Sealed.Early(days: days, key: key.identity, text: sealed))
        }
        guard let sealed = Sealing.seal(parts.own, under: key, at: place) else { throw Unstorable(reference: change.reference) }
        return StoredChange(
            kind: kind.code, number: row.number, body: text.open.written,
            sealed: StoredChange.Sealed(text: sealed, dataSubject: owner.dataSubject, key: key.identity.description, early: early))
    }

    /// The record that the journal keeps so. Nil for a removal. Its personal fields are blank where they cannot be opened: that they were
    /// erased, or that something is wrong, is for ``Journal/verify()`` to tell; nobody is kept from the rest meanwhile.
    public func row(_ stored: StoredRecord, keys: KeyRing) throws(JournalFailure) -> (any AnyRow)? {
        guard let kind = kind(stored.change.kind) else { throw .unreadable("kind \(stored.change.kind)") }
        guard let body = stored.change.body else { return nil }
        let number = stored.change.number
        let place = Sealing.Place(kind: kind.code, number: number, sequence: stored.sequence)
        let personal = stored.change.sealed.map { JSON.object(keys.opened($0, at: place).flatMap { $0.members ?? [] }) }
        do {
            let text = RecordText(open: try JSON(parsing: body), personal: personal)
            return try kind.row(number, text, happened: stored.happened, sequence: stored.sequence)
        } catch let mistake as JSONMistake {
            throw .unreadable("\(kind.code) #\(number): \(mistake.reason.rawValue) at \(mistake.offset)")
        } catch let mismatch as Kind.TextMismatch {
            throw .unreadable("\(kind.code) #\(number): \(mismatch.member)")
        } catch {
            throw .unreadable("\(kind.code) #\(number)")
        }
    }
}
