import Crypto
import Foundation

/// Sealing of personal fields: AES-256-GCM, bound to the place in the journal where it lies.
public enum Sealing {
    /// Where a sealed text lies; a text moved elsewhere does not open.
    public struct Place: Sendable {
        public let kind: String
        public let number: UInt32
        public let sequence: Int
        public init(kind: String, number: UInt32, sequence: Int) {
            self.kind = kind
            self.number = number
            self.sequence = sequence
        }
        var bytes: [UInt8] { Array("\(kind)|\(number)|\(sequence)".utf8) }
    }

    static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The sealed text in base64. The nonce follows from key, place and content, so that sealing needs no dice and never
    /// uses a nonce for two contents.
    public static func seal(_ fields: JSON, under key: SealingKey, at place: Place) -> String? {
        var plain: [UInt8] = []
        fields.write(to: &plain)
        var nonce = HMAC<SHA256>(key: SymmetricKey(data: key.bytes))
        nonce.update(data: place.bytes)
        nonce.update(data: plain)
        guard let drawn = try? AES.GCM.Nonce(data: Array(nonce.finalize()).prefix(12)) else { return nil }
        let box = try? AES.GCM.seal(plain, using: SymmetricKey(data: key.bytes), nonce: drawn, authenticating: place.bytes)
        return box?.combined?.base64EncodedString()
    }

    /// The fields; nil where the key is another's, or the text was altered or moved.
    public static func open(_ sealed: String, under key: SealingKey, at place: Place) -> JSON? {
        guard let bytes = Data(base64Encoded: sealed), let box = try? AES.GCM.SealedBox(combined: bytes),
            let plain = try? AES.GCM.open(box, using: SymmetricKey(data: key.bytes), authenticating: place.bytes)
        else { return nil }
        return try? JSON(parsing: plain)
    }
}
