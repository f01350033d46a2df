public import Ledger

/// Which records of a kind are listed, in which order, and which page of them.
public struct ListQuery: Hashable, Sendable {
    /// One column and what it must hold, as the address spells it: a word, a record's code, `yes` or `no`, a day.
    public struct Filter: Hashable, Sendable {
        public let column: String
        public let value: String
        public init(_ column: String, _ value: String) {
            self.column = column
            self.value = value
        }
    }

    /// The name of the kind's file: `people`.
    public var file: String
    /// Words that must all occur in the record.
    public var words: String
    public var filters: [Filter]
    /// The column by which the list is ordered; empty for the order in which the records were first written.
    public var order: String
    public var isDescending: Bool
    /// From 1.
    public var page: Int
    /// As of the end of that day; nil for now.
    public var asOf: Day?

    public init(
        _ file: String, words: String = "", filters: [Filter] = [], order: String = "", isDescending: Bool = false, page: Int = 1,
        asOf: Day? = nil
    ) {
        self.file = file
        self.words = words
        self.filters = filters
        self.order = order
        self.isDescending = isDescending
        self.page = page
        self.asOf = asOf
    }

    /// Names in a query that are no columns: a kind's column of such a name is filtered with `is-` before it, as all are.
    private static let filterMark = "is-"

    var query: [Spelling.Item] {
        var items: [Spelling.Item] = []
        if !words.isEmpty { items.append(.init("q", words)) }
        for filter in filters { items.append(.init(ListQuery.filterMark + filter.column, filter.value)) }
        if !order.isEmpty { items.append(.init("order", (isDescending ? "-" : "") + order)) }
        if page > 1 { items.append(.init("page", String(page))) }
        if let asOf { items.append(.init("as-of", asOf.description)) }
        return items
    }

    /// Nil where something of the query means nothing.
    init?(_ file: String, _ items: [Spelling.Item]) {
        self.init(file)
        for item in items where !item.value.isEmpty {
            switch item.name {
            case "q": words = item.value
            case "order":
                isDescending = item.value.hasPrefix("-")
                order = isDescending ? String(item.value.dropFirst()) : item.value
            case "page":
                guard let number = Int(item.value), number >= 1 else { return nil }
                page = number
            case "as-of":
                guard let day = Day(item.value) else { return nil }
                asOf = day
            default:
                guard item.name.hasPrefix(ListQuery.filterMark) else { return nil }
                filters.append(Filter(String(item.name.dropFirst(ListQuery.filterMark.count)), item.value))
            }
        }
    }
}

extension ListQuery {
    /// The same list from its first page, narrowed or ordered otherwise.
    public func changed(_ change: (inout ListQuery) -> Void) -> ListQuery {
        var other = self
        other.page = 1
        change(&other)
        return other
    }
}
