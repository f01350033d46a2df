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

    /// The first night on which more is wanted than there is: what is wanted counts, what there is counts against it.
    package static func first(wanting wanted: [(nights: Nights, rooms: Int)]) -> Day? {
        var steps: [Day: Int] = [:]
        for (nights, rooms) in wanted where nights.first <= nights.last {
            steps[nights.first, default: 0] += rooms
            steps[nights.last.adding(days: 1), default: 0] -= rooms
        }
        var sum = 0
        for (night, change) in steps.sorted(by: { $0.key < $1.key }) {
            sum += change
            if sum > 0 { return night }
        }
        return nil
    }

    /// Nights of one stay that are looked at: nobody stays longer, and a year typed wrongly keeps nobody waiting.
    private static let most = 400

    /// Every night in order; none where the last comes before the first.
    package var all: [Day] {
        guard first <= last else { return [] }
        return (0...min(Day.days(from: first, to: last), Nights.most - 1)).map { first.adding(days: $0) }
    }
}
