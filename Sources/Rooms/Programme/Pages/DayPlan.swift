import Addresses
import Furniture
import Ledger
import Phrases
import Programme
import Rulebook
import Venues

/// A day of the programme drawn: time runs to the right, every place is a row, sessions that meet in one place lie below each other.
/// The list beside it says the same in words.
struct DayPlan {
    private static let labelWidth = 190.0
    private static let hourWidth = 84.0
    private static let laneHeight = 30.0
    private static let headHeight = 22.0

    private let reader: Reader
    private let day: Day
    private let firstHour: Int
    private let lastHour: Int
    private let lanes: [(place: ID<Place>?, sessions: [PlannedSession])]
    private let worst: [Reference: Severity]

    /// - Parameter worst: the worst that is wrong with a session: one with a stop is drawn as one.
    init(_ sessions: [PlannedSession], on day: Day, _ worst: [Reference: Severity], _ reader: Reader) {
        self.reader = reader
        self.day = day
        self.worst = worst
        // What goes on from day to day fills the drawing and does not widen it.
        let spans = sessions.map { DayPlan.minutes(of: $0, from: day) }.filter { $0.start >= 0 && $0.end <= DayPlan.longest }
        firstHour = (spans.map(\.start).min() ?? 8 * 60) / 60
        lastHour = ((spans.map(\.end).max() ?? 18 * 60) + 59) / 60
        // A place that the reader may not know has no row of its own.
        lanes = DayPlan.lanes(of: sessions) { place in reader.sees(Reference(place)) ? place.number : 0 }
    }

    /// Rows of sessions of one place of which no two meet.
    private static func lanes(
        of sessions: [PlannedSession], row: (ID<Place>) -> UInt32
    ) -> [(place: ID<Place>?, sessions: [PlannedSession])] {
        let places = Dictionary(grouping: sessions) { $0.session.place.map(row) ?? 0 }
        return places.keys.sorted().flatMap { number -> [(place: ID<Place>?, sessions: [PlannedSession])] in
            var rows: [[PlannedSession]] = []
            for session in places[number] ?? [] {
                if let free = rows.firstIndex(where: { row in row.allSatisfy { !$0.session.overlaps(session.session) } }) {
                    rows[free].append(session)
                } else {
                    rows.append([session])
                }
            }
            return rows.map { (number == 0 ? nil : ID(number), $0) }
        }
    }

    /// Minutes after midnight up to which a day's evening is drawn.
    private static let longest = 30 * 60

    /// When a session begins and ends, in minutes from the beginning of a day.
    private static func minutes(of session: PlannedSession, from day: Day) -> (start: Int, end: Int) {
        let start = Int(session.starts.day.number - day.number) * 1440 + session.starts.minuteOfDay
        return (start, start + max(15, Instant.minutes(from: session.starts.instant, to: session.ends.instant)))
    }

    private var width: Double { DayPlan.labelWidth + Double(lastHour - firstHour) * DayPlan.hourWidth }
    private var height: Double { DayPlan.headHeight + Double(lanes.count) * DayPlan.laneHeight }

    func draw(_ html: inout HTML) {
        html.element(
            .figure, [.class("day-plan scroll"), .role("region"), .aria(.label, reader.phrases("programme.drawn")), .tabbed]
        ) {
            html in
            html.element(
                .svg,
                [
                    .view(width: width, height: height), .draw(.width, width), .draw(.height, height), .aria(.hidden, "true"),
                ]
            ) { html in
                for hour in firstHour...lastHour { line(hour, &html) }
                for place in lanes.indices { lane(place, &html) }
            }
        }
    }

    private func line(_ hour: Int, _ html: inout HTML) {
        let x = DayPlan.labelWidth + Double(hour - firstHour) * DayPlan.hourWidth
        html.element(
            .line, [.class("hour"), .draw(.x1, x), .draw(.x2, x), .draw(.y1, DayPlan.headHeight - 4), .draw(.y2, height)], "")
        html.element(.text, [.class("hour"), .draw(.x, x + 3), .draw(.y, 14)], "\(hour % 24 < 10 ? "0" : "")\(hour % 24):00")
    }

    private func lane(_ place: Int, _ html: inout HTML) {
        let top = DayPlan.headHeight + Double(place) * DayPlan.laneHeight
        let isFirst = place == 0 || lanes[place - 1].place != lanes[place].place
        if isFirst {
            let name = lanes[place].place.flatMap { placeName($0) } ?? reader.phrases("programme.no_place")
            html.element(.g) { html in
                html.element(.title, name)
                html.element(.text, [.class("place"), .draw(.x, 4), .draw(.y, top + 20)], DayPlan.fitting(name, DayPlan.labelWidth - 8))
            }
        }
        for session in lanes[place].sessions { box(session, top, &html) }
    }

    private func box(_ planned: PlannedSession, _ top: Double, _ html: inout HTML) {
        let session = planned.session
        let span = DayPlan.minutes(of: planned, from: day)
        let start = max(0, Double(span.start) / 60 - Double(firstHour))
        let length = max(0.25, min(Double(span.end) / 60, Double(lastHour)) - Double(firstHour) - start)
        let x = DayPlan.labelWidth + start * DayPlan.hourWidth
        let isWrong = worst[session.reference] == .stop
        let title = reader.phrases.language.ofRecords == .vietnamese ? session.titleVietnamese : session.titleEnglish
        html.element(.g, [.class(isWrong ? "session stop" : "session")]) { html in
            html.element(.title, "\(planned.starts.clock)–\(planned.ends.clock) \(title)")
            html.element(
                .rect,
                [
                    .draw(.x, x + 1), .draw(.y, top + 3), .draw(.width, max(8, length * DayPlan.hourWidth - 2)),
                    .draw(.height, DayPlan.laneHeight - 6), .draw(.rx, 3),
                ], "")
            html.element(
                .text, [.draw(.x, x + 6), .draw(.y, top + 19)], DayPlan.fitting(title, length * DayPlan.hourWidth))
        }
    }

    private func placeName(_ place: ID<Place>) -> String? {
        guard let record = reader.picture[place] else { return nil }
        return reader.phrases.language.ofRecords == .vietnamese ? record.nameVietnamese : record.nameEnglish
    }

    /// As much of a text as a width has room for.
    private static func fitting(_ text: String, _ width: Double) -> String {
        let letters = Int(width / 7)
        return text.count > letters ? text.prefix(max(0, letters - 1)) + "…" : text
    }
}
