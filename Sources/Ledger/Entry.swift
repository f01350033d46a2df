import Crypto
import Foundation

/// One line of the journal: what somebody did, why, and the whole new versions of the records it changed.
///
/// What an earlier release did not know to say - account, way, proposer, override, what is erased - is empty in what it wrote, and then no part of
/// what is hashed: its chain holds as it was made.
public struct Entry: Hashable, Sendable {
    public let sequence: Int
    /// When it was true in the world.
    public let happened: Instant
    /// When the house came to know.
    public let recorded: Instant
    /// Who acted, on which power and by which way.
    public let signatory: Signatory
    /// The act's wire code.
    public let act: String
    /// What was said of it; blank where it lies under ``sealedWords``.
    public let words: Words
    /// The words of an act that touches people, under their keys: base64. Erasing one of them erases the words.
    public let sealedWords: String?
    /// A key under which the same act is performed once only, however often it arrives; empty where none was given.
    public let idempotencyKey: String
    public let changes: [StoredChange]
    /// The keys that are destroyed with it: what they sealed is erased.
    public let erases: [KeyIdentity]
    public let previous: ChainHash
    public let hash: ChainHash

    /// Who acted: the code of an officer, or of an office where the source names no person.
    public var actor: String { signatory.actor }

    /// What whoever acted said of it.
    public struct Words: Hashable, Sendable {
        public let reason: String
        /// Why it was done though a stop stood in its way; empty where none did.
        public let override: String

        public init(reason: String = "", override: String = "") {
            self.reason = reason
            self.override = override
        }

        public var areBlank: Bool { reason.isEmpty && override.isEmpty }
    }

    /// Under whose name an entry stands, and by which way it came: nobody's act can be taken for another's.
    public struct Signatory: Hashable, Sendable {
        /// Who acted: the code of an officer, or of an office where the source names no person.
        public let actor: String
        /// The code of the account that acted; empty where none did.
        public let account: String
        /// By which way: `session:…`, `token:…`, `data_folder`; empty where an earlier release wrote.
        public let way: String
        /// Who had proposed it, where it took two officers; empty where it took one.
        public let proposer: String

        public init(_ actor: String, account: String = "", way: String = "", proposer: String = "") {
            self.actor = actor
            self.account = account
            self.way = way
            self.proposer = proposer
        }
    }

    public init(
        sequence: Int, happened: Instant, recorded: Instant, signatory: Signatory, act: String, words: Words, sealedWords: String? = nil,
        idempotencyKey: String, changes: [StoredChange], erases: [KeyIdentity] = [], previous: ChainHash
    ) {
        self.sequence = sequence
        self.happened = happened
        self.recorded = recorded
        self.signatory = signatory
        self.act = act
        self.words = words
        self.sealedWords = sealedWords
        self.idempotencyKey = idempotencyKey
        self.changes = changes
        self.erases = erases
        self.previous = previous
        var hasher = SHA256()
        hasher.update(data: previous.bytes)
        var bytes: [UInt8] = []
        let members: [JSON.Member] = [
            .init("sequence", .integer(Int64(sequence))), .init("happened", .text(happened.description)),
            .init("recorded", .text(recorded.description)), .init("actor", .text(signatory.actor)), .init("act", .text(act)),
            .init("reason", .text(words.reason)), .init("key", .text(idempotencyKey)),
        ]
        let later = [
            ("account", signatory.account), ("way", signatory.way), ("proposer", signatory.proposer), ("override", words.override),
            ("sealed", sealedWords ?? ""),
        ]
        var spoken = members + later.filter { !$0.1.isEmpty }.map { .init($0.0, .text($0.1)) }
        if !erases.isEmpty { spoken.append(.init("erases", .list(erases.map { .text($0.description) }))) }
        JSON.object(spoken).write(to: &bytes)
        hasher.update(data: bytes)
        for change in changes {
            bytes.removeAll(keepingCapacity: true)
            change.write(to: &bytes)
            hasher.update(data: bytes)
        }
        hash = ChainHash(bytes: Array(hasher.finalize()))
    }
}

/// A record's new version as it lies in the journal: readable, but for what is sealed.
public struct StoredChange: Hashable, Sendable {
    /// The kind's wire code.
    public let kind: String
    public let number: UInt32
    /// The record's open fields as JSON; nil where the record was removed.
    public let body: String?
    /// The personal fields under the data subject's key.
    public let sealed: Sealed?

    /// Personal fields as they lie in the journal.
    public struct Sealed: Hashable, Sendable {
        /// Base64 of nonce, ciphertext and tag: what is kept as long as the record.
        public let text: String
        /// The person whose key it is.
        public let dataSubject: UInt32
        /// Which of that person's keys: one that was destroyed is not taken for the one that came after it. Nil where an earlier release
        /// wrote.
        public let key: String?
        /// What is kept less long, by its term; none where an earlier release wrote, which sealed everything in one.
        public let early: [Early]

        /// Fields of one term under their own key.
        public struct Early: Hashable, Sendable {
            public let days: Int
            public let key: KeyIdentity
            public let text: String
        }

        public init(text: String, dataSubject: UInt32, key: String?, early: [Early] = []) {
            self.text = text
            self.dataSubject = dataSubject
            self.key = key
            self.early = early
        }

        /// - Parameter written: as ``written`` tells it. What is not so is one text, which opens under no key.
        public init(written: String, dataSubject: UInt32, key: String?) {
            let parts = written.split(separator: ";", omittingEmptySubsequences: false)
            let early = parts.dropFirst().compactMap { Early(written: $0) }
            let isWhole = early.count == parts.count - 1
            self.init(
                text: isWhole ? String(parts.first ?? "") : written, dataSubject: dataSubject, key: key, early: isWhole ? early : [])
        }

        /// All parts in one word, as they are stored and hashed: `text;7:key:text;30:key:text`.
        public var written: String { ([text] + early.map { "\($0.days):\($0.key):\($0.text)" }).joined(separator: ";") }
    }

    public init(kind: String, number: UInt32, body: String?, sealed: Sealed? = nil) {
        self.kind = kind
        self.number = number
        self.body = body
        self.sealed = sealed
    }

    /// What the chain protects, byte for byte.
    func write(to bytes: inout [UInt8]) {
        let parts: [JSON] = [
            .text(kind), .integer(Int64(number)), body.map { .text($0) } ?? .null, sealed.map { .text($0.written) } ?? .null,
            sealed.map { .integer(Int64($0.dataSubject)) } ?? .null,
        ]
        JSON.list(parts + (sealed?.key.map { [.text($0)] } ?? [])).write(to: &bytes)
        bytes.append(0x0A)
    }
}

extension StoredChange.Sealed.Early {
    fileprivate init?(written: Substring) {
        let words = written.split(separator: ":", omittingEmptySubsequences: false)
        guard words.count == 3, let days = Int(words[0]), String(days) == words[0], let key = KeyIdentity(words[1]),
            key.description == words[1]
        else { return nil }
        self.init(days: days, key: key, text: String(words[2]))
    }
}

/// A link of the chain: SHA-256.
public struct ChainHash: Hashable, Sendable, CustomStringConvertible {
    public let bytes: [UInt8]
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// What the first entry stands on.
    public static let origin = ChainHash(bytes: Array(repeating: 0, count: 32))

    public var description: String { bytes.hexadecimal }
}

extension Sequence<UInt8> {
    /// Two digits a byte.
    public var hexadecimal: String {
        map { byte in byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16) }.joined()
    }
}

/// Where the chain ends.
public struct Head: Hashable, Sendable {
    public let sequence: Int
    public let hash: ChainHash
    public init(sequence: Int, hash: ChainHash) {
        self.sequence = sequence
        self.hash = hash
    }
    public static let origin = Head(sequence: 0, hash: .origin)
}
