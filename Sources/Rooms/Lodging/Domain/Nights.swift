package import Ledger

/// A run of nights, each named by the day on which it begins; both ends included.
package struct Nights: Hashable, Sendable {
    package let first: Day
    package let last: Day

    package init(_ first: Day, _ last: Day) {
        self.first = first
        self.last = last
    }

    package func contains(_ night: Day) -> Bool { first <= night && night <= last }
    package func overlaps(_ other: Nights) -> Bool { first <= other.last && other.first <= last }

    /// Every night in order; none where the last comes before the first.
    package var all: [Day] {
        guard first <= last else { return [] }
        return (0...Day.days(from: first, to: last)).map { first.adding(days: $0) }
    }
}
