import Crypto
import Foundation

/// What one key seals: the personal fields of one record, for as long as they were about one person.
///
/// A record that changes hands, or is given its person late, has a key for each of them. So whatever was ever about somebody can be
/// erased, and nothing of anybody else. Fields that are kept less long than their record have a key of their own, so that they can be erased
/// alone, over all of history.
public struct KeyOwner: Hashable, Sendable {
    /// The kind's wire code; empty for the keys of an earlier release, which sealed all that was about one person.
    public let kind: String
    public let number: UInt32
    /// The person whom the fields are about; 0 while nobody is named.
    public let dataSubject: UInt32
    public let part: Part

    /// Which of a record's sealed fields.
    public enum Part: Hashable, Sendable {
        /// All of them: of kinds whose fields are kept equally long, and of all that an earlier release sealed.
        case whole
        /// Those that are kept as long as the record.
        case rest
        /// Those that are kept so many days after closing, and the record longer.
        case early(Int)
    }

    public init(kind: String, number: UInt32, dataSubject: UInt32, part: Part = .whole) {
        self.kind = kind
        self.number = number
        self.dataSubject = dataSubject
        self.part = part
    }

    /// The same record and person, another part.
    func part(_ part: Part) -> KeyOwner { KeyOwner(kind: kind, number: number, dataSubject: dataSubject, part: part) }

    /// Kind and part in one word, as the keys are stored: `person`, `person~`, `person~30`.
    public var name: String {
        switch part {
        case .whole: kind
        case .rest: "\(kind)~"
        case .early(let days): "\(kind)~\(days)"
        }
    }

    /// - Parameter name: as ``name`` writes it; a word that says no part is a kind's.
    public init(name: String, number: UInt32, dataSubject: UInt32) {
        let words = name.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
        let part = words.count < 2 ? Part.whole : words[1].isEmpty ? .rest : Int(words[1]).map { .early($0) }
        self.init(kind: part == nil ? name : String(words[0]), number: number, dataSubject: dataSubject, part: part ?? .whole)
    }

    /// Of what was said of somebody: reasons of acts upon records that hold nothing sealed of them.
    public init(saidOf dataSubject: UInt32) { self.init(kind: KeyOwner.said, number: dataSubject, dataSubject: dataSubject) }

    /// No kind's wire code.
    public static let said = "said"

    /// Of an earlier release: all that was about one person.
    public init(allOf dataSubject: UInt32) { self.init(kind: "", number: 0, dataSubject: dataSubject) }
}

/// By what a key is known, which nothing of the key can be learnt from: one that was destroyed is told from the next.
public struct KeyIdentity: Hashable, Sendable, CustomStringConvertible {
    let word: UInt64
    init(word: UInt64) { self.word = word }

    /// Sixteen hexadecimal digits, as ``description`` writes them.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 16, let word = UInt64(text, radix: 16) else { return nil }
        self.word = word
    }

    /// As SQLite keeps it.
    public init(signed: Int64) { word = UInt64(bitPattern: signed) }
    public var signed: Int64 { Int64(bitPattern: word) }

    public var description: String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// A key of 256 bits. Destroying it erases what it seals from every entry, while the chain still verifies.
public struct SealingKey: Hashable, Sendable, CustomStringConvertible {
    public let owner: KeyOwner
    public let identity: KeyIdentity
    /// Held in place: a house has hundreds of thousands of them.
    private let words: SIMD4<UInt64>

    /// - Parameter bytes: thirty-two of them; nil where they are not.
    public init?(of owner: KeyOwner, bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.init(of: owner, words: SealingKey.words(of: Array(bytes)))
    }

    /// A fresh key.
    public init(of owner: KeyOwner, from dice: inout some RandomNumberGenerator) {
        self.init(of: owner, words: SIMD4(dice.next(), dice.next(), dice.next(), dice.next()))
    }

    private init(of owner: KeyOwner, words: SIMD4<UInt64>) {
        self.owner = owner
        self.words = words
        let digest = SHA256.hash(data: SealingKey.bytes(of: words) + Array("identity".utf8))
        identity = KeyIdentity(word: digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    public var bytes: [UInt8] { SealingKey.bytes(of: words) }

    public var description: String { "key of \(owner.name) \(owner.number)" }

    private static func bytes(of words: SIMD4<UInt64>) -> [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    private static func words(of bytes: [UInt8]) -> SIMD4<UInt64> {
        bytes.withUnsafeBytes { raw in SIMD4((0..<4).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }) }
    }
}
