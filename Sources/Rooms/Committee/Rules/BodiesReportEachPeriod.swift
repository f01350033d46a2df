import Ledger
package import Rulebook

/// Each body that leads open tasks has reported for the period that is due.
///
/// Periods are weeks from Monday to Sunday unless the ceremony says otherwise (`reports_from`, `report_days`); a period's report
/// is due by the end of its last day, so that the period asked for is the latest that is over. Only tasks that had begun by then count. A
/// report covers the period when it was filed and its own period reaches the last day asked for.
///
/// Source: field practice; reporting regime of steering committees (Decree 09/2019/NĐ-CP on administrative reporting).
package let bodiesReportEachPeriod = Rule("CMD-08", .mind, about: Body.self) { body, see in
    guard let period = periodDue(see) else { return }
    let tasks = see.each(PlanTask.byLead, body.id).filter { $0.state == .open && ($0.starts ?? period.last) <= period.last }
    guard !tasks.isEmpty else { return }
    let reports = see.each(Report.byBody, body.id)
    guard !reports.contains(where: { $0.filedOn != nil && ($0.periodTo ?? .blank) >= period.last }) else { return }
    see.slip(
        on: body.reference,
        facts: [Fact("body", body.id), Fact("first", period.first), Fact("last", period.last), Fact("tasks", tasks.count)],
        since: see.start(of: period.last.adding(days: 1)), mend: .add(Report.self))
}

/// The latest reporting period that is over.
private func periodDue(_ see: See) -> (first: Day, last: Day)? {
    let ceremony = see.all(Ceremony.self).first
    let start = ceremony?.reportsFrom ?? aMonday
    let length = max(1, ceremony?.reportDays ?? 7)
    let periods = Day.days(from: start, to: see.today) / length
    guard periods > 0 else { return nil }
    let first = start.adding(days: (periods - 1) * length)
    return (first, first.adding(days: length - 1))
}

/// 5 January 1970.
private let aMonday = Day(number: 4)
