package import Ledger
import Phrases
import Rulebook

/// How many days the ceremony is away, on the calendar of its own zone.
package struct Countdown: Sendable {
    /// `T−11` before it, `T+2` after.
    package let figure: String
    /// The days in words.
    package let days: String

    package init(to opens: Day, for reader: Reader) {
        let days = Int(opens.number - reader.picture.zone.day(at: reader.now).number)
        figure = days >= 0 ? "T−\(days)" : "T+\(-days)"
        self.days = reader.phrases("readiness.days", [Fact("count", abs(days))])
    }
}
