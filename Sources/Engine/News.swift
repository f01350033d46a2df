package import Ledger

/// One version of a record that is told to have happened, and whether it is what the record is now.
package struct News: Sendable {
    package let reference: Reference
    package let code: String
    package let happened: Instant
    /// What the record became; nil where it was removed.
    package let row: (any AnyRow)?
    package let isCurrent: Bool

    package init(_ reference: Reference, code: String, happened: Instant, row: (any AnyRow)?, isCurrent: Bool) {
        self.reference = reference
        self.code = code
        self.happened = happened
        self.row = row
        self.isCurrent = isCurrent
    }

    var change: Change { row.map { Change($0) } ?? Change(removing: reference) }
}

extension [News] {
    /// Together what happened at one instant, in the order in which it happened.
    func byInstant() -> [(happened: Instant, news: [News])] {
        var groups: [(happened: Instant, news: [News])] = []
        for news in inOrder {
            if groups.last?.happened == news.happened {
                groups[groups.count - 1].news.append(news)
            } else {
                groups.append((news.happened, [news]))
            }
        }
        return groups
    }

    /// One after another, in the order in which they happened.
    var inOrder: [News] { enumerated().sorted { ($0.element.happened, $0.offset) < ($1.element.happened, $1.offset) }.map(\.element) }
}
