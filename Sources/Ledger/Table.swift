import HashTreeCollections

/// All records of one kind at one moment, with their codes and indexes. A copy is a snapshot.
public struct Table: Sendable {
    @usableFromInline private(set) var rows = Trie<any AnyRow>()
    private var codes = TreeDictionary<String, UInt32>()
    private var indexes: [TreeDictionary<UInt64, [UInt32]>]
    /// How many records there are of each grade of ``Classification``.
    private var grades = Array(repeating: 0, count: Classification.allCases.count)
    /// The highest number given so far; no record gets it or a lower one again.
    var lastNumber: UInt32 = 0

    init(indexCount: Int) { indexes = Array(repeating: TreeDictionary(), count: indexCount) }

    public var count: Int { rows.count }

    @inlinable public subscript(number: UInt32) -> (any AnyRow)? { rows[number] }

    /// Whether any record is classified so or lower.
    public func holds(upTo classification: Classification) -> Bool { grades[...classification.grade].contains { $0 > 0 } }

    /// Whether any record is classified higher than this.
    func holds(above classification: Classification) -> Bool { grades[(classification.grade + 1)...].contains { $0 > 0 } }

    public func number(of code: String) -> UInt32? { codes[code] }

    /// The identities in an index's bucket, ascending.
    public func bucket(_ index: Int, _ key: UInt64) -> [UInt32] { indexes[index][key] ?? [] }

    @inlinable
    public func forEach(_ body: (any AnyRow) throws -> Void) rethrows { try rows.forEach(body) }

    mutating func put(_ row: any AnyRow, replacing before: (any AnyRow)?) {
        let number = row.number
        lastNumber = max(lastNumber, number)
        if before?.code != row.code {
            // Two records may have changed codes with each other: the other may hold this one's already.
            if let before, codes[before.code] == number { codes[before.code] = nil }
            codes[row.code] = number
        }
        for index in indexes.indices {
            let old = before?.keys(of: index) ?? []
            let new = row.keys(of: index)
            guard old != new else { continue }
            for key in old where !new.contains(key) { leave(index, key, number) }
            for key in new where !old.contains(key) { join(index, key, number) }
        }
        if let before { grades[before.classification.grade] -= 1 }
        grades[row.classification.grade] += 1
        rows.set(number, to: row)
    }

    mutating func remove(_ row: any AnyRow) {
        if codes[row.code] == row.number { codes[row.code] = nil }
        for index in indexes.indices {
            for key in row.keys(of: index) { leave(index, key, row.number) }
        }
        grades[row.classification.grade] -= 1
        rows.set(row.number, to: nil)
    }

    private mutating func join(_ index: Int, _ key: UInt64, _ number: UInt32) {
        indexes[index].updateValue(forKey: key, default: []) { bucket in
            if let last = bucket.last, last > number {
                bucket.insert(number, at: bucket.partition(before: number))
            } else {
                bucket.append(number)
            }
        }
    }

    private mutating func leave(_ index: Int, _ key: UInt64, _ number: UInt32) {
        indexes[index].updateValue(forKey: key, default: []) { bucket in
            let place = bucket.partition(before: number)
            if place < bucket.count, bucket[place] == number { bucket.remove(at: place) }
        }
        if indexes[index][key]?.isEmpty == true { indexes[index][key] = nil }
    }
}

extension [UInt32] {
    /// The first place whose number is not below `number`, in an ascending array.
    fileprivate func partition(before number: UInt32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
