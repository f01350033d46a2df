/// The records of one kind as text to be searched: of each its code and what its text fields hold, folded, in one block of bytes.
///
/// A search reads the block from one end to the other. A hundred thousand people are a few megabytes, which takes less than a
/// millisecond; an index of words would find nothing inside a word, as people search for parts of names and numbers.
public struct SearchText: Sendable {
    private let places: [(column: Int, isPersonal: Bool)]
    private var bytes: [UInt8] = []
    private var records: [(start: Int, number: UInt32)] = []

    /// - Parameter isSearched: which of the kind's columns are searched, of those that hold text.
    public init(_ table: Table, of kind: Kind, where isSearched: (Kind.Column) -> Bool) {
        places = kind.columns.indices.filter { kind.columns[$0].shape.holdsText && isSearched(kind.columns[$0]) }
            .map { ($0, kind.columns[$0].isPersonal) }
        table.forEach { take($0) }
    }

    /// The records in which every word of the query occurs, be it inside a word, in the order in which they were first written. A number
    /// in a personal field is found by the whole of it alone: nobody tells it digit by digit.
    public func numbers(matching query: String) -> [UInt32] {
        let words = query.folded.split(separator: " ").sorted { $0.utf8.count > $1.utf8.count }
        guard let rarest = words.first else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            let places = Set(SearchText.needles(rarest).flatMap { self.places(of: $0, in: bytes) }).sorted()
            return places.filter { place in
                let end = place + 1 < records.count ? records[place + 1].start : bytes.count
                return words.dropFirst().allSatisfy { word in
                    SearchText.needles(word).contains { Occurrence.first(of: $0, in: bytes, from: records[place].start, upTo: end) != nil }
                }
            }.map { records[$0].number }
        }
    }

    /// The records in whose text some bytes stand.
    private func places(of needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var found: [Int] = []
        var from = 0
        while let hit = Occurrence.first(of: needle, in: bytes, from: from, upTo: bytes.count) {
            let place = record(at: hit)
            found.append(place)
            from = place + 1 < records.count ? records[place + 1].start : bytes.count
        }
        return found
    }

    /// What a word of a query may stand as: as it is, or where it is a number also as numbers of people are kept.
    private static func needles(_ word: Substring) -> [[UInt8]] { [Array(word.utf8)] + (isNumber(word) ? [kept(word)] : []) }

    /// Whether a word has a digit in it: numbers of documents and of telephones do, names do not.
    private static func isNumber(_ word: Substring) -> Bool { word.utf8.contains { (0x30...0x39).contains($0) } }

    /// A number in bytes that no text has, three bits in each: it is there, and no part of it can be asked for (64-bit FNV-1a).
    private static func kept(_ word: Substring) -> [UInt8] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return stride(from: 0, to: 64, by: 3).map { 0xF8 | UInt8(truncatingIfNeeded: hash >> UInt64($0)) & 7 }
    }

    private mutating func take(_ row: any AnyRow) {
        records.append((bytes.count, row.number))
        for (place, isPersonal) in places { take(row.value(place), isPersonal) }
    }

    private mutating func take(_ value: Value, _ isPersonal: Bool) {
        switch value {
        case .text(let text):
            let folded = text.folded
            if isPersonal, folded.utf8.contains(where: { (0x30...0x39).contains($0) }) {
                for word in folded.split(whereSeparator: \.isWhitespace) {
                    bytes.append(contentsOf: SearchText.isNumber(word) ? SearchText.kept(word) : Array(word.utf8))
                    bytes.append(UInt8(ascii: " "))
                }
            } else {
                bytes.append(contentsOf: folded.utf8)
            }
            bytes.append(UInt8(ascii: "\n"))
        case .list(let items): for item in items { take(item, isPersonal) }
        default: break
        }
    }

    /// The place of the record whose text holds that byte.
    private func record(at byte: Int) -> Int {
        var low = 0
        var high = records.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if records[middle].start <= byte { low = middle } else { high = middle }
        }
        return low
    }
}

extension Shape {
    /// Whether a field of this shape holds what people wrote, rather than a word of a closed set, a number or a time.
    fileprivate var holdsText: Bool {
        switch self {
        case .text: true
        case .list(let inner): inner.holdsText
        default: false
        }
    }
}

/// Where some bytes occur in others: sixteen places are looked at together, for the first and the last byte.
private enum Occurrence {
    static func first(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo end: Int) -> Int? {
        guard let head = word.first, let tail = word.last, let base = bytes.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        let heads = SIMD16<UInt8>(repeating: head)
        let tails = SIMD16<UInt8>(repeating: tail)
        let reach = word.count - 1
        var place = start
        while place + reach + 16 <= end {
            let here = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== heads
            let there = raw.loadUnaligned(fromByteOffset: place + reach, as: SIMD16<UInt8>.self) .== tails
            let both = here .& there
            if any(both) {
                for lane in 0..<16 where both[lane] && stands(word, at: place + lane, in: bytes) { return place + lane }
            }
            place += 16
        }
        while place + word.count <= end {
            if stands(word, at: place, in: bytes) { return place }
            place += 1
        }
        return nil
    }

    private static func stands(_ word: [UInt8], at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for offset in word.indices where bytes[place + offset] != word[offset] { return false }
        return true
    }
}
