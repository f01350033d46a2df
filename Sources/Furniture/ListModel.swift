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

    /// - Parameter numbers: the numbers of the records that the query leaves to this reader, in order: see ``numbers(_:for:texts:)``.
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

    /// The records that a query leaves to a reader, in order, whatever page is asked for. It looks at every record of the kind: who
    /// asks often keeps the answer until something changes that it depends on.
    ///
    /// - Parameter texts: what is searched of a kind; nil where there is nothing.
    package static func numbers(
        _ query: ListQuery, for reader: Reader, texts: (Kind) -> SearchText?
    ) throws(Refusal) -> [UInt32] {
        guard let kind = reader.picture.register.kind(file: query.file), reader.sight.sees(kind) else { throw .unknownKind }
        let seen = seen(kind, reader)
        var rows = try rows(query, kind, reader, texts)
        for filter in query.filters {
            let place = try place(of: filter.column, seen, kind)
            rows = rows.filter { reader.holds($0.value(place), filter.value, in: kind.columns[place]) }
        }
        if !query.order.isEmpty {
            let place = try place(of: query.order, seen, kind)
            rows = ordered(rows, by: place, of: kind, descending: query.isDescending, reader)
        }
        return rows.map(\.number)
    }

    /// The kinds on which a query's answer depends: its own, and those that its columns name.
    package static func slots(_ query: ListQuery, in register: Register) -> Set<Int> {
        guard let kind = register.kind(file: query.file) else { return [] }
        let names = query.filters.map(\.column) + [query.order]
        let targets = names.compactMap { name in
            kind.place(of: name).flatMap { kind.columns[$0].shape.target }.flatMap { register.kind($0) }
        }
        // Who is looked for by a party's name, or ordered by what is called by a party, depends on the parties.
        let calledByParties = targets + (query.words.isEmpty ? [] : [kind])
        return Set(targets.map(\.slot) + [kind.slot] + calledByParties.compactMap { $0.parties(in: register)?.slot })
    }

    /// The places of the columns that a list of a kind shows to a reader.
    package static func columns(of kind: Kind, for reader: Reader) -> [Int] {
        shown(seen(kind, reader), of: kind, in: reader.phrases.language)
    }

    /// The same of what tells of nobody: what the list shows where nothing of people stands in it.
    package static func openColumns(of kind: Kind, for reader: Reader) -> [Int] {
        shown(seen(kind, reader).filter { !kind.columns[$0].isSealed }, of: kind, in: reader.phrases.language)
    }

    private static func seen(_ kind: Kind, _ reader: Reader) -> [Int] {
        kind.columns.indices.filter { reader.sight.sees(kind.columns[$0], of: kind) }
    }

    private static func rows(
        _ query: ListQuery, _ kind: Kind, _ reader: Reader, _ texts: (Kind) -> SearchText?
    ) throws(Refusal) -> [any AnyRow] {
        let table = reader.picture[slot: kind.slot]
        var rows: [any AnyRow] = []
        if query.words.isEmpty {
            rows.reserveCapacity(table.count)
            table.forEach { rows.append($0) }
        } else {
            rows = matching(query.words, kind, reader, texts)
        }
        return rows.filter { reader.sight.sees($0, of: kind) }
    }

    /// The records that hold the words, in their own fields or in those of the party that they are about: a delegation is looked for
    /// by its country.
    static func matching(_ words: String, _ kind: Kind, _ reader: Reader, _ texts: (Kind) -> SearchText?) -> [any AnyRow] {
        let table = reader.picture[slot: kind.slot]
        var numbers = Set(texts(kind)?.numbers(matching: words) ?? [])
        if let place = kind.place(of: .party), reader.sight.sees(kind.columns[place], of: kind),
            let parties = kind.parties(in: reader.picture.register)
        {
            let known = Set(
                (texts(parties)?.numbers(matching: words) ?? []).filter { reader.sees(Reference(slot: parties.slot, number: $0)) })
            table.forEach { row in
                if case .reference(let party) = row.value(place), known.contains(party) { numbers.insert(row.number) }
            }
        }
        return numbers.sorted().compactMap { table[$0] }
    }

    /// A column that the reader may not see is no column to filter or order by: the answer would tell what stands in it.
    private static func place(of column: String, _ seen: [Int], _ kind: Kind) throws(Refusal) -> Int {
        guard let place = kind.place(of: column), seen.contains(place) else { throw .unknownColumn(column) }
        return place
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

    private static func ordered(
        _ rows: [any AnyRow], by place: Int, of kind: Kind, descending: Bool, _ reader: Reader
    ) -> [any AnyRow] {
        let column = kind.columns[place]
        // Of a hundred thousand records few name different others.
        var known: [Value: String] = [:]
        func shown(_ value: Value) -> String {
            if case .text(let words) = value, column.shape == .text { return reader.phrases.order(of: words) }
            if let text = known[value] { return text }
            let text = reader.phrases.order(of: reader.shown(value, of: column, kind))
            known[value] = text
            return text
        }
        let keyed = rows.map { (key: OrderKey($0.value(place), shown: shown), row: $0) }
        let ascending = keyed.sorted { ($0.key, $0.row.number) < ($1.key, $1.row.number) }
        return (descending ? ascending.reversed() : ascending).map(\.row)
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

extension Kind {
    /// The kind of the party that a record is about; nil where it is about none.
    fileprivate func parties(in register: Register) -> Kind? {
        place(of: .party).flatMap { columns[$0].shape.target }.flatMap { register.kind($0) }
    }
}
