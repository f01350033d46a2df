import HashTreeCollections

/// All records of one kind at one moment, with their codes and indexes. A copy is a snapshot.
public struct Table: Sendable {
    @usableFromInline private(set) var rows = Trie<any AnyRow>()
    private var codes = TreeDictionary<String, UInt32>()
    private var indexes: [TreeDictionary<UInt64, [UInt32]>]
    /// By which of the kind's columns who names whom.
    private var links: [Link]
    /// How many records there are of each grade of ``Classification``.
    private var grades = Array(repeating: 0, count: Classification.allCases.count)
    /// The highest number given so far; no record gets it or a lower one again.
    var lastNumber: UInt32 = 0

    /// One column that names records, and who does so in it under the number of each of them.
    private struct Link: Sendable {
        let place: Int
        var namers = Trie<Numbers>()
    }

    /// - Parameter links: the places of the columns that name records.
    init(indexCount: Int, links: [Int]) {
        indexes = Array(repeating: TreeDictionary(), count: indexCount)
        self.links = links.map { Link(place: $0) }
    }

    public var count: Int { rows.count }

    @inlinable public subscript(number: UInt32) -> (any AnyRow)? { rows[number] }

    /// Whether any record is classified so or lower.
    public func holds(upTo classification: Classification) -> Bool { grades[...classification.grade].contains { $0 > 0 } }

    /// Whether any record is classified higher than this.
    public func holds(above classification: Classification) -> Bool { grades[(classification.grade + 1)...].contains { $0 > 0 } }

    public func number(of code: String) -> UInt32? { codes[code] }

    /// The identities in an index's bucket, ascending.
    public func bucket(_ index: Int, _ key: UInt64) -> [UInt32] { indexes[index][key] ?? [] }

    /// The numbers under which another version stands here than in another table of the kind, or in one of them alone, ascending. It costs as
    /// much as there is between them, not as there is in them.
    public func numbers(changedSince other: Table) -> [UInt32] {
        var changed: [UInt32] = []
        rows.forEachDifference(from: other.rows) { number, before, after in if before !== after { changed.append(number) } }
        return changed
    }

    /// The records of this table that name the record of that number in a column.
    func namers(_ link: Int, of number: UInt32) -> Numbers { links[link].namers[number] ?? Numbers() }

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
        for link in links.indices {
            let place = links[link].place
            relink(link, number, from: before?.value(place) ?? .absent, to: row.value(place))
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
        for link in links.indices { relink(link, row.number, from: row.value(links[link].place), to: .absent) }
        grades[row.classification.grade] -= 1
        rows.set(row.number, to: nil)
    }

    /// Takes in that a record names others in a column than before. What is named as it was is not touched.
    private mutating func relink(_ link: Int, _ number: UInt32, from old: Value, to new: Value) {
        guard old != new else { return }
        if case .list = old { return relink(link, number, from: Set(old.named), to: Set(new.named)) }
        if case .list = new { return relink(link, number, from: Set(old.named), to: Set(new.named)) }
        if case .reference(let named) = old { unlink(link, named, from: number) }
        if case .reference(let named) = new { self.link(link, named, to: number) }
    }

    private mutating func relink(_ link: Int, _ number: UInt32, from old: Set<UInt32>, to new: Set<UInt32>) {
        for named in old where !new.contains(named) { unlink(link, named, from: number) }
        for named in new where !old.contains(named) { self.link(link, named, to: number) }
    }

    private mutating func link(_ link: Int, _ named: UInt32, to number: UInt32) {
        links[link].namers.update(named) { namers in
            guard namers != nil else {
                var first = Numbers()
                first.insert(number)
                return namers = first
            }
            namers?.insert(number)
        }
    }

    private mutating func unlink(_ link: Int, _ named: UInt32, from number: UInt32) {
        links[link].namers.update(named) { namers in
            namers?.remove(number)
            if namers?.isEmpty ?? false { namers = nil }
        }
    }

    private mutating func join(_ index: Int, _ key: UInt64, _ number: UInt32) {
        indexes[index].updateValue(forKey: key, default: []) { $0.join(number) }
    }

    private mutating func leave(_ index: Int, _ key: UInt64, _ number: UInt32) {
        indexes[index].updateValue(forKey: key, default: []) { $0.leave(number) }
        if indexes[index][key]?.isEmpty == true { indexes[index][key] = nil }
    }
}
