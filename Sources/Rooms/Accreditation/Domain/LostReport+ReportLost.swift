import Committee
import Ledger
package import Rulebook

extension ActName {
    /// Taking somebody's report that a badge is lost or stolen.
    package static let reportLost = ActName("report_lost")
}

package let reportingLost = Act(
    .reportLost, makes: LostReport.self, from: [.record(Badge.self) { report, badge, _ in report.badge = badge.id }],
    asks: [.must(\.badge), .may(\.isStolen)], fills: [.field(\.reported), .field(\.takenBy)], isOnlyWay: true, standing: .fact,
    takenBackWithin: 10
) { report, doing throws(Refusal) in
    guard var badge = doing.picture[report.badge] else { throw Refusal(AccreditationRefusal.lostReportWithoutBadge) }
    if report.reported == .blank { report.reported = doing.moment }
    report.takenBy = report.takenBy ?? doing.officer(Officer.self)
    guard badge.isActive else { return }
    badge.state = .lost
    doing.writes(badge)
}
