import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Server

/// A statement of where the chain ended at some moment, and the records beside it, which anybody can check with the public key alone.
struct SignedHead: Hashable {
    /// Under which name the list of erased keys stands among the records beside the journal.
    static let erasures = "erased"

    let head: Head
    let moment: Instant
    /// Where the records beside the journal ended; none in a head of an earlier release.
    let beside: [KeptLine]
    private let signature: Data
    private let publicKey: Data

    /// Signs where the chain ends now.
    init(_ head: Head, _ beside: [KeptLine], by key: Curve25519.Signing.PrivateKey, at moment: Instant) throws {
        self.head = head
        self.moment = moment
        self.beside = beside
        signature = try key.signature(for: SignedHead.statement(head, moment, beside))
        publicKey = key.publicKey.rawRepresentation
    }

    private init?(_ lines: ArraySlice<Substring>) {
        let words = lines.map { $0.split(separator: " ") }
        guard words.count == 3, words[0].count >= 4, words[1].count == 2, words[2].count == 2, words[0][0] == "chancery-head",
            let sequence = Int(words[0][1]), sequence >= 0, let hash = ChainHash(hexadecimal: words[0][2]),
            let moment = Instant(written: String(words[0][3])), words[1][0] == "ed25519-signature", words[2][0] == "ed25519-public-key",
            let signature = Data(base64Encoded: String(words[1][1])), let publicKey = Data(base64Encoded: String(words[2][1]))
        else { return nil }
        let beside = words[0].dropFirst(4).map(SignedHead.keptLine)
        guard !beside.contains(nil) else { return nil }
        head = Head(sequence: sequence, hash: hash)
        self.moment = moment
        self.beside = beside.compactMap { $0 }
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
        \(SignedHead.line(head, moment, beside))
        ed25519-signature \(signature.base64EncodedString())
        ed25519-public-key \(publicKey.base64EncodedString())
        """
    }

    /// Whose key signed it.
    var signer: String { publicKey.base64EncodedString() }

    /// Whether the signature is of this statement.
    var isTrue: Bool {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey))?
            .isValidSignature(signature, for: SignedHead.statement(head, moment, beside)) ?? false
    }

    private static func line(_ head: Head, _ moment: Instant, _ beside: [KeptLine]) -> String {
        (["chancery-head \(head.sequence) \(head.hash) \(moment)"] + beside.map { "\($0.record)=\($0.number)=\($0.hash)" })
            .joined(separator: " ")
    }

    private static func statement(_ head: Head, _ moment: Instant, _ beside: [KeptLine]) -> Data { Data(line(head, moment, beside).utf8) }

    private static func keptLine(_ word: Substring) -> KeptLine? {
        let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let number = Int(parts[1]), number > 0, ChainHash(hexadecimal: parts[2][...]) != nil else { return nil }
        return KeptLine(record: parts[0], number: number, hash: parts[2])
    }
}

/// Where the records beside a journal end now, durably: sign-ins, readings and what left, and the erasures.
func endsBeside(_ journal: SQLiteJournal, in folder: String) async throws -> [KeptLine] {
    let erasure = try await journal.lastErasure()
    return try Credentials.ends(in: folder)
        + [erasure].compactMap { $0 }.map { KeptLine(record: SignedHead.erasures, number: $0.number, hash: $0.link) }
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
