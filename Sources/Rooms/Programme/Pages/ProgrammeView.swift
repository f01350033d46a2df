import Addresses
package import Furniture
import Ledger
import Phrases
import Programme
import Rulebook
import Venues

extension ProgrammeModel {
    package func shown(to reader: Reader) -> PageResult { .page(ProgrammeView(programme: self, reader: reader).page) }
}

/// The programme of a day: every place a row of time, drawn, and the same as a list.
private struct ProgrammeView: Sendable {
    let programme: ProgrammeModel
    let reader: Reader
    private var day: Day? { programme.day }
    private var sessions: [PlannedSession] { programme.sessions }

    var page: Page {
        Page(day.map { reader.phrases("programme.of", [Fact("day", $0)]) } ?? reader.phrases("page.programme")) { html in
            choose(&html)
            html.element(.p, [.class("quiet")], reader.phrases("programme.zone", [Fact("zone", zone)]))
            html.element(.p, [.class("acts")]) { $0.element(.a, [.href(Address(CalendarPath()))], reader.phrases("programme.calendar")) }
            guard let day, !sessions.isEmpty else { return html.element(.p, [.class("nothing")], reader.phrases("list.nothing")) }
            DayPlan(sessions, on: day, programme.worst, reader).draw(&html)
            list(&html)
        }
    }

    private func choose(_ html: inout HTML) {
        html.element(.nav, [.class("days"), .aria(.label, reader.phrases("programme.days"))]) { html in
            html.element(.ul) { html in
                for each in programme.days {
                    html.element(.li) { html in
                        html.element(
                            .a, [.href(Address(ProgrammePath(day: each)))] + (each == day ? [.aria(.current, "page")] : []),
                            reader.phrases.day(each))
                    }
                }
            }
        }
    }

    private func list(_ html: inout HTML) {
        html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("page.programme")), .tabbed]) {
            html in
            html.element(.table) { html in
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        let title = "field.session.title_\(reader.phrases.language.ofRecords.rawValue)"
                        let columns = ["programme.time", title, "field.session.kind", "field.session.place", "programme.attendance"]
                        for column in columns { html.element(.th, [.scope("col")], reader.phrases(column)) }
                    }
                }
                html.element(.tbody) { html in for planned in sessions { html.element(.tr) { row(planned, &$0) } } }
            }
        }
    }

    private var zone: String {
        let name = reader.picture.zone.ianaName
        return reader.phrases.has("zone.\(name)") ? reader.phrases("zone.\(name)") : name
    }

    /// From when to when, with the day where that is another than the page's.
    private func times(of planned: PlannedSession) -> String {
        func time(_ moment: Moment) -> String {
            moment.day == day ? moment.clock : "\(moment.clock) (\(reader.phrases.day(moment.day)))"
        }
        return "\(time(planned.starts))–\(time(planned.ends))"
    }

    private func row(_ planned: PlannedSession, _ html: inout HTML) {
        let session = planned.session
        html.element(.td, [.class("time")]) { html in
            html.element(.time, [.datetime(planned.starts)], times(of: planned))
        }
        html.element(.th, [.scope("row")]) { html in
            reader.link(to: session.reference, &html)
            if let row = reader.picture[session.reference] { reader.markAssumed(row, &html) }
            if let worst = programme.worst[session.reference] { reader.mark(worst, &html) }
        }
        html.element(.td, reader.phrases("word.\(session.kind.rawValue)"))
        html.element(.td) { html in if let place = session.place { reader.link(to: Reference(place), &html) } }
        html.element(.td, [.class("number")], session.attendance.map { reader.phrases.grouped($0) } ?? "")
    }
}

extension Moment {
    /// The time on the clocks of its zone: `09:30`.
    var clock: String {
        let (hour, minute) = (minuteOfDay / 60, minuteOfDay % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
