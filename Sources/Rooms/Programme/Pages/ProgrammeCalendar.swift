package import Furniture
import Ledger
import Phrases
import Programme
import Rulebook

/// The programme for calendars (RFC 5545). Times are instants, so that every calendar shows them on its own clock; a session keeps
/// its name in the calendar whatever becomes of it.
package struct ProgrammeCalendar: Sendable {
    private let reader: Reader

    package init(for reader: Reader) { self.reader = reader }

    package var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chancery//Programme//\(reader.phrases.language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "X-WR-TIMEZONE:\(reader.picture.zone.ianaName)",
            "X-WR-CALNAME:\(escaped(reader.phrases("page.programme")))",
        ]
        let sessions = reader.picture.all(Session.self).filter { $0.starts != .blank && reader.sees(Reference($0.id)) }
        for session in sessions.sorted(by: { ($0.starts, $0.id) < ($1.starts, $1.id) }) { lines += event(session) }
        lines.append("END:VCALENDAR")
        return lines.flatMap { Array((ProgrammeCalendar.folded($0) + "\r\n").utf8) }
    }

    private func event(_ session: Session) -> [String] {
        let title = reader.phrases.language == .vietnamese ? session.titleVietnamese : session.titleEnglish
        let row = reader.picture.row(session.id)
        var lines = [
            "BEGIN:VEVENT", "UID:session-\(escaped(session.heading.code))@chancery", "DTSTAMP:\(stamp(row?.happened ?? reader.now))",
            "SEQUENCE:\(row?.sequence ?? 0)", "DTSTART:\(stamp(session.starts.instant))",
        ]
        if session.ends != .blank { lines.append("DTEND:\(stamp(session.ends.instant))") }
        lines.append("SUMMARY:\(escaped(title.isolated))")
        if let place = session.place, reader.sees(Reference(place)) {
            lines.append("LOCATION:\(escaped(reader.name(Reference(place)).isolated))")
        }
        return lines + ["STATUS:CONFIRMED", "END:VEVENT"]
    }

    /// `20251025T020000Z`.
    private func stamp(_ instant: Instant) -> String {
        let text = max(instant, Instant(milliseconds: 0)).description
        return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// RFC 5545, section 3.3.11.
    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\n", with: "\\n")
            .filter { !$0.isNewline || $0 == "\n" }
    }

    /// Lines of at most 75 bytes, never broken inside a letter (RFC 5545, section 3.1).
    static func folded(_ line: String) -> String {
        var folded = ""
        var width = 0
        for letter in line.unicodeScalars {
            let bytes = UTF8.width(letter)
            if width + bytes > 75 {
                folded += "\r\n "
                width = 1
            }
            folded.unicodeScalars.append(letter)
            width += bytes
        }
        return folded
    }
}
