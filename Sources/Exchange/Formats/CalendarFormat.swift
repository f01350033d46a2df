extension FileFormat {
    /// iCalendar (RFC 5545). What stands in it is a page's matter and no list's: it writes no records, and none are read from it.
    package static let calendar = FileFormat("ics", mediaType: "text/calendar; charset=utf-8")
}
