package import Addresses
package import Furniture
import Ledger
package import Programme

/// Where calendars fetch the programme.
package struct CalendarPath: SinglePath {
    package static let word = "programme.ics"
    package init() {}
}

/// The programme for calendars. Times are instants, so that every calendar shows them on its own clock; a session keeps its name in the
/// calendar whatever becomes of it.
package struct CalendarModel: PageModel {
    /// In the order in which they begin.
    package let sessions: [Session]

    package init(_ path: CalendarPath, for reader: Reader) {
        sessions = reader.picture.all(Session.self).filter { $0.starts != .blank && reader.sees(Reference($0.id)) }
            .sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
    }
}
