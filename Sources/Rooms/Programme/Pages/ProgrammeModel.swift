package import Addresses
package import Furniture
package import Ledger
import Programme
package import Rulebook

/// Where the programme of a day is shown.
package struct ProgrammePath: PagePath {
    package static let word = "programme"
    /// Nil for the day of the opening.
    package let day: Day?

    package init(day: Day? = nil) { self.day = day }

    package var rest: Spelling { Spelling([], query: day.map { [.init("day", $0.description)] } ?? []) }

    package init?(_ rest: Spelling) {
        guard rest.path.isEmpty else { return nil }
        guard let text = rest["day"], !text.isEmpty else {
            self.init()
            return
        }
        guard let day = Day(text) else { return nil }
        self.init(day: day)
    }

    package static var samples: [ProgrammePath] { [ProgrammePath(), ProgrammePath(day: Day("2025-10-26"))] }
}

/// The programme of a day: what is in it, and the days on which there is anything.
package struct ProgrammeModel: PageModel {
    package let days: [Day]
    /// Nil where nothing is planned at all.
    package let day: Day?
    package let sessions: [PlannedSession]
    /// The worst that is wrong with each session.
    package let worst: [Reference: Severity]

    package init(_ path: ProgrammePath, for reader: Reader) {
        let seen = reader.picture.all(Session.self).filter { $0.starts != .blank && reader.sees($0.reference) }
            .map { PlannedSession($0, in: reader.picture.zone) }
        days = Set(seen.flatMap(\.days)).sorted()
        let shown = path.day ?? Self.firstDay(of: seen)
        day = shown
        sessions = seen.filter { planned in shown.map(planned.isOn) ?? false }
            .sorted { ($0.starts, $0.session.id) < ($1.starts, $1.session.id) }
        worst = reader.openSlips.reduce(into: [:]) { worst, slip in
            for subject in slip.subjects where subject.slot == Session.slot {
                worst[subject] = max(worst[subject] ?? slip.severity, slip.severity)
            }
        }
    }

    /// The day of the opening, or the first of all.
    private static func firstDay(of sessions: [PlannedSession]) -> Day? {
        sessions.filter { $0.session.kind == .opening }.map(\.starts.day).min() ?? sessions.map(\.starts.day).min()
    }
}
