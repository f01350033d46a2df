/// The records of one kind as text to be searched: of each its code and what its text fields hold, folded, in blocks of bytes.
///
/// A search reads the blocks from one end to the other. A hundred thousand people are a few megabytes, which takes less than a
/// millisecond; an index of words would find nothing inside a word, as people search for parts of names and numbers. Each block holds the
/// records of neighbouring numbers, so that after a change only its own is made anew.
public struct SearchText: Sendable {
    private let places: [Place]
    /// Of what the text was made.
    private var table: Table
    /// By the numbers of their records, ``width`` to a block.
    private var blocks = Trie<Block>()

    /// Numbers of records in a block.
    private static let width: UInt32 = 256

    /// A column that is searched.
    fileprivate struct Place: Sendable {
        let column: Int
        let isPersonal: Bool
    }

    /// - Parameter isSearched: which of the kind's columns are searched, of those that hold text.
    public init(_ table: Table, of kind: Kind, where isSearched: (Kind.Column) -> Bool) {
        places = kind.columns.indices.filter { kind.columns[$0].shape.holdsText && isSearched(kind.columns[$0]) }
            .map { Place(column: $0, isPersonal: kind.columns[$0].isPersonal) }
        self.table = table
        var block = Block()
        var place: UInt32 = 0
        table.forEach { row in
            if row.number / SearchText.width != place {
                if !block.isEmpty { blocks.set(place, to: block) }
                block = Block()
                place = row.number / SearchText.width
            }
            block.take(row, places)
        }
        if !block.isEmpty { blocks.set(place, to: block) }
    }

    /// The text of another table of the kind: of one that came out of this by a few changes, only the blocks of these are made.
    public func following(_ table: Table) -> SearchText {
        var next = self
        next.table = table
        for place in Set(table.numbers(changedSince: self.table).map { $0 / SearchText.width }) {
            var block = Block()
            let first = place * SearchText.width
            for step in 0..<SearchText.width { if let row = table[first + step] { block.take(row, places) } }
            next.blocks.set(place, to: block.isEmpty ? nil : block)
        }
        return next
    }

    /// The records in which every word of the query occurs, be it inside a word, in the order in which they were first written. A number
    /// in a personal field is found by the whole of it alone: nobody tells it digit by digit.
    public func numbers(matching query: String) -> [UInt32] {
        let words = query.folded.split(separator: " ").sorted { $0.utf8.count > $1.utf8.count }.map(SearchText.needles)
        var numbers: [UInt32] = []
        if !words.isEmpty { blocks.forEach { numbers += $0.numbers(matching: words) } }
        return numbers
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

    /// The text of some records one after another.
    private struct Block: Sendable {
        private var bytes: [UInt8] = []
        private var records: [(start: Int, number: UInt32)] = []

        var isEmpty: Bool { records.isEmpty }

        mutating func take(_ row: any AnyRow, _ places: [Place]) {
            records.append((bytes.count, row.number))
            for place in places { take(row.value(place.column), place.isPersonal) }
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

        /// - Parameter words: as what each may stand, the rarest first.
        func numbers(matching words: [[[UInt8]]]) -> [UInt32] {
            bytes.withUnsafeBufferPointer { bytes in
                let found = (words.first ?? []).map { self.places(of: $0, in: bytes) }.filter { !$0.isEmpty }
                let places = found.count > 1 ? Set(found.joined()).sorted() : found.first ?? []
                return places.filter { place in
                    let end = place + 1 < records.count ? records[place + 1].start : bytes.count
                    return words.dropFirst().allSatisfy { needles in
                        needles.contains { Occurrence.first(of: $0, in: bytes, from: records[place].start, upTo: end) != nil }
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
