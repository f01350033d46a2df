import Foundation
package import Ledger
package import Programme

/// A session on the ceremony's clocks, whatever the zone in which somebody wrote it down.
package struct PlannedSession: Sendable {
    package let session: Session
    package let starts: Moment
    package let ends: Moment

    init(_ session: Session, in zone: TimeZone) {
        self.session = session
        starts = Moment(session.starts.instant, in: zone)
        ends = Moment(max(session.starts, session.ends).instant, in: zone)
    }

    /// Whether any of it is on a day: one that ends at midnight is not on the day that begins then.
    func isOn(_ day: Day) -> Bool { starts.day <= day && day <= lastDay }

    /// The days on which any of it is; of what goes on for months the first of them.
    var days: [Day] { (0...min(PlannedSession.mostDays, lastDay.number - starts.day.number)).map { starts.day.adding(days: Int($0)) } }

    private static let mostDays: Int32 = 30

    private var lastDay: Day { ends.minuteOfDay == 0 && ends.day > starts.day ? ends.day.adding(days: -1) : ends.day }
}
