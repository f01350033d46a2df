package import Addresses
package import Ledger
import Phrases

/// The records that a query leaves to a reader, in order, whatever page of them is asked for.
///
/// Made from nothing it looks at every record of the kind. It remembers of which tables it was made, so that the answer after a change is made
/// out of the one before: only what may stand otherwise is looked at.
package struct ListAnswer: Sendable {
    package let numbers: [UInt32]
    /// Everything on which the answer depends, as it was then.
    private let tables: [Int: Table]

    /// - Parameters:
    ///   - texts: what is searched of a kind; nil where there is nothing.
    ///   - former: the answer to the same query by the same reader, or by one who sees as much in the same language, at another time.
    package init(
        _ query: ListQuery, for reader: Reader, texts: (Kind) -> SearchText?, following former: ListAnswer? = nil
    ) throws(ListModel.Refusal) {
        let picture = reader.picture
        guard let kind = picture.register.kind(file: query.file), reader.sight.sees(kind) else { throw .unknownKind }
        let tables = ListAnswer.slots(query, in: picture.register).reduce(into: [Int: Table]()) { $0[$1] = picture[slot: $1] }
        var selection = try Selection(query, kind, reader, texts)
        // Whose a record is may change with any other: within a part of the ceremony nothing is known of what stays.
        if let former, !reader.sight.isLimited,
            let touched = Touch(from: former.tables, to: tables, in: picture).numbers(of: kind, asked: selection.asked, words: query.words)
        {
            numbers = selection.renewed(former.numbers, touched)
        } else {
            numbers = selection.all
        }
        self.tables = tables
    }

    /// The kinds on which a query's answer depends: its own, and those by whose records it is searched, filtered or ordered.
    package static func slots(_ query: ListQuery, in register: Register) -> Set<Int> {
        guard let kind = register.kind(file: query.file) else { return [] }
        let targets = (query.filters.map(\.column) + [query.order]).compactMap { kind.target(of: $0, in: register) }
        let parties = query.words.isEmpty ? nil : kind.parties(in: register)
        return Set(([kind] + targets + targets.flatMap { Naming(of: $0, in: register).kinds } + [parties].compactMap(\.self)).map(\.slot))
    }
}

/// By what else than itself a record is called: what is a party's by the party, a person by the office that they hold.
private struct Naming {
    let party: (kind: Kind, place: Int)?
    let office: (kind: Kind, person: Int)?

    var kinds: [Kind] { [party?.kind, office?.kind].compactMap(\.self) }

    init(of kind: Kind, in register: Register) {
        party = kind.partyPlace.flatMap { place in kind.parties(in: register).map { ($0, place) } }
        office =
            kind.slot != register.people?.slot
            ? nil : register.offices.flatMap { offices in offices.place(of: .holder).map { (offices, $0) } }
    }
}

/// Which records of a list may stand in it otherwise than they did.
private struct Touch {
    let before: [Int: Table]
    let after: [Int: Table]
    let picture: Picture

    init(from before: [Int: Table], to after: [Int: Table], in picture: Picture) {
        self.before = before
        self.after = after
        self.picture = picture
    }

    /// Records above which an answer is sooner made anew.
    private static let most = 1_000

    /// Nil where they are too many.
    func numbers(of kind: Kind, asked places: [Int], words: String) -> Set<UInt32>? {
        var found = Set(changed(kind))
        for place in places {
            guard let target = kind.columns[place].shape.target.flatMap({ picture.register.kind($0) }) else { continue }
            guard let named = named(target), name(named, of: target, in: place, of: kind, &found) else { return nil }
        }
        if !words.isEmpty, let place = kind.partyPlace, let parties = kind.parties(in: picture.register) {
            guard name(Set(changed(parties)), of: parties, in: place, of: kind, &found) else { return nil }
        }
        return found.count <= Touch.most ? found : nil
    }

    /// The records of a kind that may be called otherwise, or be known otherwise; nil where they are too many.
    private func named(_ kind: Kind) -> Set<UInt32>? {
        var found = Set(changed(kind))
        let naming = Naming(of: kind, in: picture.register)
        if let (parties, place) = naming.party {
            guard name(Set(changed(parties)), of: parties, in: place, of: kind, &found) else { return nil }
        }
        if let (offices, person) = naming.office {
            for office in changed(offices) {
                for row in [before[offices.slot]?[office], after[offices.slot]?[office]] {
                    if case .reference(let number)? = row?.value(person) { found.insert(number) }
                }
            }
        }
        return found
    }

    private func changed(_ kind: Kind) -> [UInt32] {
        guard let after = after[kind.slot], let before = before[kind.slot] else { return [] }
        return after.numbers(changedSince: before)
    }

    /// Adds those who name such records in a column now: who did before and does not any more has changed itself.
    ///
    /// - Returns: whether they are few.
    private func name(_ targets: Set<UInt32>, of target: Kind, in place: Int, of kind: Kind, _ found: inout Set<UInt32>) -> Bool {
        guard let column = picture.register.columns(naming: target.slot).first(where: { $0.slot == kind.slot && $0.place == place }) else {
            return targets.isEmpty
        }
        for number in targets {
            let referrers = picture.referrers(of: Reference(slot: target.slot, number: number), in: column)
            guard found.count + referrers.count <= 4 * Touch.most else { return false }
            found.formUnion(referrers)
        }
        return true
    }
}

/// Which records a query leaves, and which of two comes first.
private struct Selection {
    private let kind: Kind
    private let reader: Reader
    private let table: Table
    private let filters: [(place: Int, text: String)]
    /// Those that the words leave; nil where no words were asked for.
    private let matching: Set<UInt32>?
    private let order: Int?
    private let isDescending: Bool
    /// Of a hundred thousand records few name different others.
    private var shown: [Value: String] = [:]

    /// A column that the reader may not see is no column to filter or order by: the answer would tell what stands in it.
    init(_ query: ListQuery, _ kind: Kind, _ reader: Reader, _ texts: (Kind) -> SearchText?) throws(ListModel.Refusal) {
        func place(of column: String) throws(ListModel.Refusal) -> Int {
            guard let place = kind.place(of: column), reader.sight.sees(kind.columns[place], of: kind) else { throw .unknownColumn(column) }
            return place
        }
        self.kind = kind
        self.reader = reader
        table = reader.picture[slot: kind.slot]
        var filters: [(place: Int, text: String)] = []
        for filter in query.filters { filters.append((try place(of: filter.column), filter.value)) }
        self.filters = filters
        order = query.order.isEmpty ? nil : try place(of: query.order)
        isDescending = order != nil && query.isDescending
        matching = query.words.isEmpty ? nil : Set(ListModel.matching(query.words, kind, reader, texts))
    }

    /// The places of the columns by which it is filtered or ordered.
    var asked: [Int] { filters.map(\.place) + [order].compactMap(\.self) }

    /// Whether a record is left.
    private func leaves(_ row: any AnyRow) -> Bool {
        matching?.contains(row.number) ?? true && reader.sight.sees(row, of: kind)
            && filters.allSatisfy { reader.holds(row.value($0.place), $0.text, in: kind.columns[$0.place]) }
    }

    /// All that are left, in order.
    var all: [UInt32] {
        mutating get {
            var rows: [any AnyRow] = []
            if let matching {
                rows = matching.sorted().compactMap { table[$0] }.filter(leaves)
            } else {
                table.forEach { if leaves($0) { rows.append($0) } }
            }
            return order == nil ? rows.map(\.number) : ordered(rows).map(\.number)
        }
    }

    private mutating func ordered(_ rows: [any AnyRow]) -> [any AnyRow] {
        var keyed: [(key: OrderKey, row: any AnyRow)] = []
        keyed.reserveCapacity(rows.count)
        for row in rows { keyed.append((key(of: row), row)) }
        let ascending = keyed.sorted { ($0.key, $0.row.number) < ($1.key, $1.row.number) }
        return (isDescending ? ascending.reversed() : ascending).map(\.row)
    }

    /// The same out of what it was before, where only these may stand otherwise.
    mutating func renewed(_ former: [UInt32], _ touched: Set<UInt32>) -> [UInt32] {
        guard !touched.isEmpty else { return former }
        let kept = former.filter { !touched.contains($0) }
        let coming = ordered(touched.compactMap { table[$0] }.filter(leaves))
        var numbers: [UInt32] = []
        numbers.reserveCapacity(kept.count + coming.count)
        var next = 0
        for row in coming {
            let place = place(of: row, in: kept, from: next)
            numbers += kept[next..<place]
            numbers.append(row.number)
            next = place
        }
        return numbers + kept[next...]
    }

    /// Before which of those that stay a record comes.
    private mutating func place(of row: any AnyRow, in kept: [UInt32], from start: Int) -> Int {
        let key = key(of: row)
        var low = start
        var high = kept.count
        while low < high {
            let middle = (low + high) / 2
            guard let other = table[kept[middle]] else { return middle }
            let otherKey = self.key(of: other)
            let isAfter = (otherKey, other.number) < (key, row.number)
            if isAfter != isDescending { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func key(of row: any AnyRow) -> OrderKey {
        guard let order else { return OrderKey(.absent) { _ in "" } }
        return OrderKey(row.value(order)) { shown($0, in: kind.columns[order]) }
    }

    private mutating func shown(_ value: Value, in column: Kind.Column) -> String {
        if case .text(let words) = value, column.shape == .text { return reader.phrases.order(of: words) }
        if let text = shown[value] { return text }
        let text = reader.phrases.order(of: reader.shown(value, of: column, kind))
        shown[value] = text
        return text
    }
}

extension ListModel {
    /// The records that hold the words, in their own fields or in those of the party that they are about: a delegation is looked for
    /// by its country.
    static func matching(_ words: String, _ kind: Kind, _ reader: Reader, _ texts: (Kind) -> SearchText?) -> [UInt32] {
        let picture = reader.picture
        var numbers = texts(kind)?.numbers(matching: words) ?? []
        guard let place = kind.partyPlace, reader.sight.sees(kind.columns[place], of: kind),
            let parties = kind.parties(in: reader.picture.register),
            let column = picture.register.columns(naming: parties.slot).first(where: { $0.slot == kind.slot && $0.place == place })
        else { return numbers }
        for number in texts(parties)?.numbers(matching: words) ?? [] {
            let party = Reference(slot: parties.slot, number: number)
            if reader.sees(party) { numbers += picture.referrers(of: party, in: column) }
        }
        return Set(numbers).sorted()
    }
}

extension Kind {
    /// The column that names the party that a record is about; nil where there is none.
    fileprivate var partyPlace: Int? { place(of: .party).flatMap { columns[$0].shape.target == nil ? nil : $0 } }

    /// The kind of the party that a record is about; nil where it is about none.
    package func parties(in register: Register) -> Kind? { partyPlace.flatMap { columns[$0].shape.target }.flatMap { register.kind($0) } }

    /// The kind that a column names.
    fileprivate func target(of column: String, in register: Register) -> Kind? {
        place(of: column).flatMap { columns[$0].shape.target }.flatMap { register.kind($0) }
    }
}
