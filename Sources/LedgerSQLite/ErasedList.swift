import Crypto
import Foundation
public import Ledger

/// By what the keys are known that were destroyed, in a file that no backup holds: kept elsewhere, it says what an older copy may not
/// bring back. It tells nothing of whom they were about.
///
/// Its first line says of which house it is. Then come the erasures, each with its keys and a line that closes it and holds a hash over
/// all that stands before: what was left out, altered or cut off is found.
public struct ErasedList: Sendable {
    public static let name = "erased.list"
    private let path: String

    public init(path: String) { self.path = path }
    init(folder: String) { self.init(path: folder + "/" + ErasedList.name) }

    /// The keys that it names, whether it is whole or not.
    ///
    /// - Throws: where there is such a file and it cannot be read, or is no list of keys.
    public func read() throws(JournalFailure) -> Set<KeyIdentity> { try content().identities }

    /// What it names, and what it proves of itself.
    ///
    /// - Throws: where there is such a file and it cannot be read, or is no list of keys.
    public func content() throws(JournalFailure) -> ErasedContent {
        guard FileManager.default.fileExists(atPath: path) else { return ErasedContent() }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let content = ErasedContent(text) else {
            throw .unreadable(ErasedList.name)
        }
        return content
    }

    /// Makes it say what the entries say, durably: what it lacks is added, and one of an earlier release is written anew.
    func keep(_ history: ErasedHistory) throws(JournalFailure) {
        let wanted = history.text
        guard !history.erasures.isEmpty else { return }
        let present = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
        let content = Data(wanted.utf8)
        guard present != content else { return }
        guard content.starts(with: present) else {
            do { try DurableFile.write(content, to: URL(filePath: path)) } catch { throw SQLiteJournal.failure(error) }
            return
        }
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritten("\(ErasedList.name): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let lines = Array(content.dropFirst(present.count))
        guard write(file, lines, lines.count) == lines.count, fsync(file) == 0 else {
            throw .notWritten("\(ErasedList.name): \(String(cString: strerror(errno)))")
        }
    }
}

/// The erasures of a house, as its entries tell them.
struct ErasedHistory: Sendable {
    /// The hash of the first entry, by which a house is told from another.
    var house: ChainHash?
    var erasures: [(sequence: Int, recorded: Instant, identities: [KeyIdentity])] = []

    /// As a list holds it.
    var text: String {
        guard let house else { return "" }
        var text = ErasedContent.opening(of: house.description) + "\n"
        var previous = ErasedContent.opening(of: house.description)
        for (place, erasure) in erasures.enumerated() {
            let keys = erasure.identities.map(\.description)
            let told = ErasedContent.closing(number: place + 1, sequence: erasure.sequence, recorded: erasure.recorded)
            previous = told + " " + ErasedContent.link(after: previous, keys, told)
            text += (keys + [previous]).joined(separator: "\n") + "\n"
        }
        return text
    }
}

/// What a list of erased keys says.
public struct ErasedContent: Sendable {
    /// An erasure, as the line says that closes it.
    public struct Erasure: Hashable, Sendable {
        /// The first is 1.
        public let number: Int
        /// The entry that erased, and when it was written down.
        public let sequence: Int
        public let recorded: Instant
        /// The hash over all that stands before.
        public let link: String
    }

    public private(set) var identities: Set<KeyIdentity> = []
    /// The hash of the house's first entry; nil in a list of an earlier release, which says it not.
    public private(set) var house: String?
    public private(set) var erasures: [Erasure] = []
    /// After how many erasures something is missing, or other than it was written; nil where all stand on each other.
    public private(set) var brokenAfter: Int?

    init() {}

    /// Nil for what is no list of keys.
    init?(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        var previous = ""
        var keys: [String] = []
        for (place, line) in lines.enumerated() {
            if let identity = KeyIdentity(line) {
                identities.insert(identity)
                keys.append(String(line))
            } else if place == 0, let house = Self.house(line) {
                self.house = house
                previous = String(line)
            } else if let erasure = Self.erasure(line) {
                let told = Self.closing(number: erasure.number, sequence: erasure.sequence, recorded: erasure.recorded)
                let isNext = erasure.number == erasures.count + 1 && erasure.link == Self.link(after: previous, keys, told)
                if !isNext, brokenAfter == nil { brokenAfter = erasures.count }
                erasures.append(erasure)
                (previous, keys) = (String(line), [])
            } else {
                // A last line that a loss of power has cut short is written again from the journal.
                guard place == lines.count - 1, Self.isCutShort(line) else { return nil }
                keys.append(String(line))
            }
        }
        if !keys.isEmpty, brokenAfter == nil { brokenAfter = erasures.count }
    }

    static func opening(of house: String) -> String { "house \(house)" }

    static func closing(number: Int, sequence: Int, recorded: Instant) -> String {
        "erasure \(number) of entry \(sequence) at \(recorded)"
    }

    static func link(after previous: String, _ keys: [String], _ closing: String) -> String {
        Array(SHA256.hash(data: Array(([previous] + keys + [closing]).joined(separator: "\n").utf8))).hexadecimal
    }

    private static func house(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard words.count == 2, words[0] == "house", words[1].utf8.count == 64, words[1].allSatisfy(\.isHexDigit) else { return nil }
        return String(words[1])
    }

    private static func erasure(_ line: Substring) -> Erasure? {
        let words = line.split(separator: " ")
        guard words.count == 8, words[0] == "erasure", words[2] == "of", words[3] == "entry", words[5] == "at",
            let number = Int(words[1]), let sequence = Int(words[4]), let recorded = Instant(String(words[6])),
            words[7].utf8.count == 64, words[7].allSatisfy(\.isHexDigit)
        else { return nil }
        return Erasure(number: number, sequence: sequence, recorded: recorded, link: String(words[7]))
    }

    private static func isCutShort(_ line: Substring) -> Bool {
        line.utf8.count < 16 && line.allSatisfy(\.isHexDigit)
            || ["erasure ", "house "].contains { $0.hasPrefix(line) || line.hasPrefix($0) }
    }
}

/// Why a list is not the one that a copy may be laid out by.
public enum ErasedFault: Error, Hashable, Sendable {
    /// An earlier release wrote it: nothing in it says whether it is whole.
    case ofOld
    /// After so many erasures something is missing, or other than it was written.
    case broken(after: Int)
    /// It is of another house.
    case otherHouse
    /// It lacks so many keys that the copy itself says were erased: it is older, or was cut short.
    case lacks(Int)
    /// It does not hold the erasure of this number that a kept head tells of: it is older, or was cut short.
    case behind(Int)
}

extension ErasedContent {
    /// What is wrong with it by itself, and as a list of a house.
    ///
    /// - Parameter house: the hash of the copy's first entry; nil where it has none.
    func fault(house: ChainHash?) -> ErasedFault? {
        guard let own = self.house else { return .ofOld }
        if let brokenAfter { return .broken(after: brokenAfter) }
        if let house, house.description != own { return .otherHouse }
        return nil
    }

    /// Whether it holds an erasure that was kept with a head.
    public func holds(_ number: Int, _ link: String) -> Bool { erasures.contains { $0.number == number && $0.link == link } }
}
