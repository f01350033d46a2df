import Crypto
import Foundation

/// One line of the journal: what somebody did, why, and the whole new versions of the records it changed.
public struct Entry: Hashable, Sendable {
    public let sequence: Int
    /// When it was true in the world.
    public let happened: Instant
    /// When the house came to know.
    public let recorded: Instant
    /// Who acted: the code of an officer, or of an office where the source names no person.
    public let actor: String
    /// The act's wire code.
    public let act: String
    public let reason: String
    /// A key under which the same act is performed once only, however often it arrives; empty where none was given.
    public let idempotencyKey: String
    public let changes: [StoredChange]
    public let previous: ChainHash
    public let hash: ChainHash

    public init(
        sequence: Int, happened: Instant, recorded: Instant, actor: String, act: String, reason: String, idempotencyKey: String,
        changes: [StoredChange], previous: ChainHash
    ) {
        self.sequence = sequence
        self.happened = happened
        self.recorded = recorded
        self.actor = actor
        self.act = act
        self.reason = reason
        self.idempotencyKey = idempotencyKey
        self.changes = changes
        self.previous = previous
        var hasher = SHA256()
        hasher.update(data: previous.bytes)
        var bytes: [UInt8] = []
        let head = JSON.object([
            .init("sequence", .integer(Int64(sequence))), .init("happened", .text(happened.description)),
            .init("recorded", .text(recorded.description)), .init("actor", .text(actor)), .init("act", .text(act)),
            .init("reason", .text(reason)), .init("key", .text(idempotencyKey)),
        ])
        head.write(to: &bytes)
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
    /// The personal fields under the data subject's key: base64 of nonce, ciphertext and tag.
    public let sealed: String?
    /// The person whose key it is.
    public let dataSubject: UInt32?

    public init(kind: String, number: UInt32, body: String?, sealed: String? = nil, dataSubject: UInt32? = nil) {
        self.kind = kind
        self.number = number
        self.body = body
        self.sealed = sealed
        self.dataSubject = dataSubject
    }

    /// What the chain protects, byte for byte.
    func write(to bytes: inout [UInt8]) {
        JSON.list([
            .text(kind), .integer(Int64(number)), body.map { .text($0) } ?? .null, sealed.map { .text($0) } ?? .null,
            dataSubject.map { .integer(Int64($0)) } ?? .null,
        ]).write(to: &bytes)
        bytes.append(0x0A)
    }
}

/// A link of the chain: SHA-256.
public struct ChainHash: Hashable, Sendable, CustomStringConvertible {
    public let bytes: [UInt8]
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// What the first entry stands on.
    public static let origin = ChainHash(bytes: Array(repeating: 0, count: 32))

    public var description: String { bytes.map { padded(String($0, radix: 16)) }.joined() }

    private func padded(_ text: String) -> String { text.count == 1 ? "0" + text : text }
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
