import Addresses
package import Furniture
import Ledger
import Phrases
import Programme
import Rulebook

extension CalendarModel {
    package func shown(to reader: Reader) -> PageResult { .file(FileResult(.calendar, CalendarView(calendar: self, reader: reader).bytes)) }
}

/// The programme as calendars read it (RFC 5545).
private struct CalendarView {
    let calendar: CalendarModel
    let reader: Reader

    var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chancery//Programme//\(reader.phrases.language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "X-WR-TIMEZONE:\(reader.picture.zone.ianaName)",
            "X-WR-CALNAME:\(escaped(reader.phrases("page.programme")))",
        ]
        for session in calendar.sessions { lines += event(session) }
        lines.append("END:VCALENDAR")
        return lines.flatMap { Array((CalendarView.folded($0) + "\r\n").utf8) }
    }

    private func event(_ session: Session) -> [String] {
        let title = reader.phrases.language.ofRecords == .vietnamese ? session.titleVietnamese : session.titleEnglish
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
