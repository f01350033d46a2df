/// The records of one kind as text to be searched: of each its code and what its text fields hold, folded, in one block of bytes.
///
/// A search reads the block from one end to the other. A hundred thousand people are a few megabytes, which takes less than a
/// millisecond; an index of words would find nothing inside a word, as people search for parts of names and numbers.
public struct SearchText: Sendable {
    private let places: [Int]
    private var bytes: [UInt8] = []
    private var records: [(start: Int, number: UInt32)] = []

    /// - Parameter isSearched: which of the kind's columns are searched, of those that hold text.
    public init(_ table: Table, of kind: Kind, where isSearched: (Kind.Column) -> Bool) {
        places = kind.columns.indices.filter { kind.columns[$0].shape.holdsText && isSearched(kind.columns[$0]) }
        table.forEach { take($0) }
    }

    /// The records in which every word of the query occurs, be it inside a word, in the order in which they were first written.
    public func numbers(matching query: String) -> [UInt32] {
        let words = query.folded.split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }
        guard let rarest = words.first else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [UInt32] = []
            var from = 0
            while let hit = Occurrence.first(of: rarest, in: bytes, from: from, upTo: bytes.count) {
                let place = record(at: hit)
                let end = place + 1 < records.count ? records[place + 1].start : bytes.count
                let start = records[place].start
                if words.dropFirst().allSatisfy({ Occurrence.first(of: $0, in: bytes, from: start, upTo: end) != nil }) {
                    found.append(records[place].number)
                }
                from = end
            }
            return found
        }
    }

    private mutating func take(_ row: any AnyRow) {
        records.append((bytes.count, row.number))
        for place in places { take(row.value(place)) }
    }

    private mutating func take(_ value: Value) {
        switch value {
        case .text(let text):
            bytes.append(contentsOf: text.folded.utf8)
            bytes.append(UInt8(ascii: "\n"))
        case .list(let items): for item in items { take(item) }
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
