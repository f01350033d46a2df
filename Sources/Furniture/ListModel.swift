package import Addresses
package import Ledger
import Phrases

/// What a list shows: which records of a kind, in which order, and the page of them that was asked for.
package struct ListModel: Sendable {
    /// Records on a page.
    package static let pageSize = 50

    package let kind: Kind
    package let query: ListQuery
    /// The places of the columns that are shown.
    package let columns: [Int]
    package let rows: [any AnyRow]
    /// The numbers of all records that these filters leave, in order.
    private let numbers: [UInt32]
    private let table: Table
    /// How many records the reader may see under these filters.
    package let total: Int
    /// The page that is shown, from 1.
    package let page: Int
    package var pages: Int { max(1, (total + ListModel.pageSize - 1) / ListModel.pageSize) }

    /// Why there is no such list.
    package enum Refusal: Error, Hashable, Sendable {
        case unknownKind
        case unknownColumn(String)
    }

    /// - Parameter numbers: the numbers of the records that the query leaves to this reader, in order: see ``ListAnswer``.
    package init(_ query: ListQuery, for reader: Reader, numbers: [UInt32]) throws(Refusal) {
        guard let kind = reader.picture.register.kind(file: query.file), reader.sight.sees(kind) else { throw .unknownKind }
        self.kind = kind
        self.query = query
        self.numbers = numbers
        table = reader.picture[slot: kind.slot]
        columns = ListModel.columns(of: kind, for: reader)
        total = numbers.count
        // A page that lies past the end is the last one.
        let last = max(1, (numbers.count + ListModel.pageSize - 1) / ListModel.pageSize)
        page = min(query.page, last)
        let start = (page - 1) * ListModel.pageSize
        rows = numbers[start..<min(start + ListModel.pageSize, numbers.count)].compactMap { [table] in table[$0] }
    }

    /// All records that the query leaves, in order.
    package var all: [any AnyRow] { numbers.compactMap { table[$0] } }

    /// The places of the columns that a list of a kind shows to a reader.
    package static func columns(of kind: Kind, for reader: Reader) -> [Int] {
        shown(seen(kind, reader), of: kind, in: reader.phrases.language)
    }

    private static func seen(_ kind: Kind, _ reader: Reader) -> [Int] {
        kind.columns.indices.filter { reader.sight.sees(kind.columns[$0], of: kind) }
    }

    /// Code, name, and what says most: no notes, no names in other languages, no long lists.
    private static func shown(_ seen: [Int], of kind: Kind, in language: Language) -> [Int] {
        let own = language.ofRecords.rawValue
        /// Whether it says in another language what stands beside it in the reader's.
        func isTranslation(_ meaning: Meaning) -> Bool {
            meaning.language.map { $0 != own && kind.place(of: meaning.said(in: own)) != nil } ?? false
        }
        // What the record is called comes beside its code.
        var ordered = seen
        if let called = kind.place(of: .title(in: own)), seen.contains(called) {
            ordered.removeAll { $0 == called }
            ordered.insert(called, at: min(1, ordered.count))
        }
        return Array(
            ordered.filter { place in
                let column = kind.columns[place]
                if case .list = column.shape { return false }
                return !column.isCommon && column.meaning != .note && !(column.meaning.map(isTranslation) ?? false)
            }.prefix(8))
    }
}

/// By what a column is ordered: nothing first, then numbers and times by size, all else by the order of the language.
struct OrderKey: Comparable {
    private let number: Int64
    private let text: String

    /// - Parameter shown: by what a text, a word or another record is ordered: as the reader sees it, in their alphabet.
    init(_ value: Value, shown: (Value) -> String) {
        switch value {
        case .absent: (number, text) = (Int64.min, "")
        case .flag(let flag): (number, text) = (flag ? 1 : 0, "")
        case .integer(let integer): (number, text) = (integer, "")
        case .day(let day): (number, text) = (Int64(day.number), "")
        case .moment(let moment): (number, text) = (moment.instant.milliseconds, "")
        case .text, .reference, .list: (number, text) = (0, shown(value))
        }
    }

    static func < (left: OrderKey, right: OrderKey) -> Bool { (left.number, left.text) < (right.number, right.text) }
}

extension Reader {
    /// Whether a field holds what an address says. A record that the reader may not know is neither found nor ordered by.
    func holds(_ value: Value, _ text: String, in column: Kind.Column) -> Bool {
        picture.holds(value, text, of: column.shape, sees: sees)
    }

    /// What a list shows for a field's content; nothing for a record that the reader may not know, by which none is ordered.
    func shown(_ value: Value, of column: Kind.Column, _ kind: Kind) -> String {
        switch value {
        case .reference(let number):
            guard let named = column.shape.target.flatMap({ picture.register.kind($0) }) else { return "" }
            let target = Reference(slot: named.slot, number: number)
            return sees(target) ? name(target) : ""
        case .list(let items): return items.map { shown($0, of: column, kind) }.joined(separator: ", ")
        case .absent: return ""
        default: return voice.value(value, of: column, kind, in: picture)
        }
    }
}
