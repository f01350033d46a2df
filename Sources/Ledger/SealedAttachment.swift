import Crypto
import Foundation

/// The bytes of an attachment as a journal keeps them: sealed under the key that seals the fields of the record that names it, so that they are
/// gone when that key is.
///
/// Its name is made of the hash with that key. The plain hash of a photograph says whose it is to everybody who has the photograph; without
/// the key this one says nothing.
public struct SealedAttachment: Hashable, Sendable {
    /// The wire code of the record's kind.
    public let kind: String
    public let number: UInt32
    public let key: KeyIdentity
    public let name: [UInt8]
    public let sealed: [UInt8]

    /// As it was kept.
    public init(kind: String, number: UInt32, key: KeyIdentity, name: [UInt8], sealed: [UInt8]) {
        self.kind = kind
        self.number = number
        self.key = key
        self.name = name
        self.sealed = sealed
    }

    /// Seals the bytes for the record that the key seals. Nil where they are not the attachment's.
    public init?(_ attachment: Attachment, _ bytes: [UInt8], under key: SealingKey) {
        guard attachment.holds(bytes), let nonce = try? AES.GCM.Nonce(data: SealedAttachment.derived("nonce", attachment, key).prefix(12)),
            let box = try? AES.GCM.seal(
                bytes, using: SymmetricKey(data: SealedAttachment.derived("key", attachment, key)), nonce: nonce,
                authenticating: SealedAttachment.bound(attachment, key.owner.kind, key.owner.number)), let combined = box.combined
        else { return nil }
        self.init(
            kind: key.owner.kind, number: key.owner.number, key: key.identity, name: SealedAttachment.derived("name", attachment, key),
            sealed: Array(combined))
    }

    /// Whether it is kept under the name of that attachment.
    public func isNamed(_ attachment: Attachment, by key: SealingKey) -> Bool {
        key.identity == self.key && name == SealedAttachment.derived("name", attachment, key)
    }

    /// The bytes; nil where the key is another's, they are of another record, or are not what the attachment says.
    public func bytes(of attachment: Attachment, under key: SealingKey) -> [UInt8]? {
        guard isNamed(attachment, by: key), let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(
                box, using: SymmetricKey(data: SealedAttachment.derived("key", attachment, key)),
                authenticating: SealedAttachment.bound(attachment, kind, number)), attachment.holds(Array(plain))
        else { return nil }
        return Array(plain)
    }

    /// Each content has a key of its own, which follows from the record's: no nonce is used for two contents.
    private static func derived(_ use: String, _ attachment: Attachment, _ key: SealingKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("attachment|\(use)|\(attachment)".utf8), using: SymmetricKey(data: key.bytes)))
    }

    private static func bound(_ attachment: Attachment, _ kind: String, _ number: UInt32) -> Data {
        Data("\(kind)|\(number)|\(attachment)".utf8)
    }
}

extension Journal {
    /// The bytes of an attachment that a record names, or has named before; nil where they are not here any more.
    public func bytes(of attachment: Attachment, kind: String, number: UInt32) async throws(JournalFailure) -> [UInt8]? {
        let kept = try await attachments(kind: kind, number: number)
        guard !kept.isEmpty else { return nil }
        let keys = try await keys()
        for one in kept {
            if let key = keys[one.key], let bytes = one.bytes(of: attachment, under: key) { return bytes }
        }
        return nil
    }
}
