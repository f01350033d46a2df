package import Ledger

/// How long a final clause waits after a day, and on which day the waiting ends.
///
/// A period is counted from the day after the deposit: "on the ninetieth day after the date of deposit" is that date and
/// ninety days more (Summary of Practice of the Secretary-General as Depositary, ch. on entry into force).
package struct Delay: Hashable, Sendable {
    package enum Unit: String, Choice {
        case days, months
    }

    /// Where the end of the period comes to lie.
    package enum Landing: String, Choice {
        /// The very day on which the period ends.
        case sameDay = "same_day"
        /// The first day of the month in which it ends: "the first day of the sixth month after the month in which".
        case firstOfMonth = "first_of_month"
        /// The first day of the month after it has ended: "the first day of the month following the expiration of".
        case firstOfNextMonth = "first_of_next_month"
    }

    package let count: Int
    package let unit: Unit
    package let landing: Landing

    package init(_ count: Int, _ unit: Unit, landing: Landing = .sameDay) {
        self.count = count
        self.unit = unit
        self.landing = landing
    }

    package func end(from start: Day) -> Day {
        let end = unit == .days ? start.adding(days: count) : start.adding(months: count)
        let first = end.adding(days: 1 - end.civil.day)
        return switch landing {
        case .sameDay: end
        case .firstOfMonth: first
        case .firstOfNextMonth: first.adding(months: 1)
        }
    }
}
