import Crypto
import Foundation
import Ledger

/// A statement of where the chain ended at some moment, which anybody can check with the public key alone.
struct SignedHead: Hashable {
    let head: Head
    let moment: Instant
    private let signature: Data
    private let publicKey: Data

    /// Signs where the chain ends now.
    init(_ head: Head, by key: Curve25519.Signing.PrivateKey, at moment: Instant) throws {
        self.head = head
        self.moment = moment
        signature = try key.signature(for: SignedHead.statement(head, moment))
        publicKey = key.publicKey.rawRepresentation
    }

    private init?(_ lines: ArraySlice<Substring>) {
        let words = lines.map { $0.split(separator: " ") }
        guard words.count == 3, words[0].count == 4, words[1].count == 2, words[2].count == 2, words[0][0] == "chancery-head",
            let sequence = Int(words[0][1]), sequence >= 0, let hash = ChainHash(hexadecimal: words[0][2]),
            let moment = Instant(written: String(words[0][3])), words[1][0] == "ed25519-signature", words[2][0] == "ed25519-public-key",
            let signature = Data(base64Encoded: String(words[1][1])), let publicKey = Data(base64Encoded: String(words[2][1]))
        else { return nil }
        head = Head(sequence: sequence, hash: hash)
        self.moment = moment
        self.signature = signature
        self.publicKey = publicKey
    }

    /// The statements that a text holds, whatever stands between them; nil where one of them is no statement.
    static func read(_ text: String) -> [SignedHead]? {
        let lines = text.split(whereSeparator: \.isNewline)
        var heads: [SignedHead] = []
        for (place, line) in lines.enumerated() where line.hasPrefix("chancery-head ") {
            guard let head = SignedHead(lines[place..<min(place + 3, lines.count)]) else { return nil }
            heads.append(head)
        }
        return heads
    }

    /// How many bytes at the end of a text are a statement that was cut short while it was written; none where the last is whole, or where
    /// as many lines are there as there should be: that was not cut.
    static func tornEnd(of text: String) -> Int {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let place = lines.lastIndex(where: { $0.hasPrefix("chancery-head ") || "chancery-head ".hasPrefix($0) && !$0.isEmpty }),
            lines.count - place <= 3
        else { return 0 }
        if let head = SignedHead(lines[place...]), head.isTrue { return 0 }
        return text[lines[place].startIndex...].utf8.count
    }

    var text: String {
        """
        \(SignedHead.line(head, moment))
        ed25519-signature \(signature.base64EncodedString())
        ed25519-public-key \(publicKey.base64EncodedString())
        """
    }

    /// Whose key signed it.
    var signer: String { publicKey.base64EncodedString() }

    /// Whether the signature is of this statement.
    var isTrue: Bool {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey))?
            .isValidSignature(signature, for: SignedHead.statement(head, moment)) ?? false
    }

    private static func line(_ head: Head, _ moment: Instant) -> String { "chancery-head \(head.sequence) \(head.hash) \(moment)" }
    private static func statement(_ head: Head, _ moment: Instant) -> Data { Data(line(head, moment).utf8) }
}

extension ChainHash {
    fileprivate init?(hexadecimal text: Substring) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place..<(place + 2)], as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
        }
        self.init(bytes: bytes)
    }
}
