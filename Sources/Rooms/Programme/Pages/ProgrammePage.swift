import Addresses
package import Furniture
package import Ledger
import Phrases
import Programme
import Rulebook
import Venues

/// The programme of a day: every place a row of time, drawn, and the same as a list.
package struct ProgrammePage: Sendable {
    private let reader: Reader
    private let days: [Day]
    private let day: Day?
    private let sessions: [Session]

    /// - Parameter day: the day that is shown; the day of the opening where none is named.
    package init(_ day: Day?, for reader: Reader) {
        self.reader = reader
        let seen = reader.picture.all(Session.self).filter { $0.starts != .blank && reader.sees($0.reference) }
        days = Set(seen.map(\.starts.day)).sorted()
        let shown = day ?? ProgrammePage.firstDay(of: seen)
        self.day = shown
        sessions = seen.filter { $0.starts.day == shown }.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
    }

    /// The day of the opening, or the first of all.
    private static func firstDay(of sessions: [Session]) -> Day? {
        sessions.filter { $0.kind == .opening }.map(\.starts.day).min() ?? sessions.map(\.starts.day).min()
    }

    package var page: Page {
        Page(reader.phrases("page.programme")) { html in
            choose(&html)
            html.element(.p, [.class("acts")]) { $0.element(.a, [.href(.calendar)], reader.phrases("programme.calendar")) }
            guard !sessions.isEmpty else { return html.element(.p, [.class("nothing")], reader.phrases("list.nothing")) }
            DayPlan(sessions, reader).draw(&html)
            list(&html)
        }
    }

    private func choose(_ html: inout HTML) {
        html.element(.nav, [.class("days"), .aria(.label, reader.phrases("programme.days"))]) { html in
            html.element(.ul) { html in
                for each in days {
                    html.element(.li) { html in
                        html.element(
                            .a, [.href(.programme(day: each))] + (each == day ? [.aria(.current, "page")] : []), reader.phrases.day(each))
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
                        for column in ["starts", "title_\(reader.phrases.language.rawValue)", "kind", "place", "expected"] {
                            html.element(.th, [.scope("col")], reader.phrases("field.session.\(column)"))
                        }
                    }
                }
                html.element(.tbody) { html in for session in sessions { html.element(.tr) { row(session, &$0) } } }
            }
        }
    }

    private func row(_ session: Session, _ html: inout HTML) {
        html.element(.td, [.class("time")]) { html in
            html.element(.time, [.datetime(session.starts.description)], "\(session.starts.clock)–\(session.ends.clock)")
        }
        html.element(.th, [.scope("row")]) { html in
            reader.link(to: session.reference, &html)
            if let row = reader.picture[session.reference] { reader.markAssumed(row, &html) }
            let slips = reader.slips.filter { $0.subjects.contains(session.reference) }
            if let worst = slips.map(\.severity).max() { reader.mark(worst, &html) }
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
