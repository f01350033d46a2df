import Committee
import Integrity
package import Ledger
import Parties
import Rulebook

extension Picture {
    /// Everybody of whom nothing may be kept any more, by their codes: the last date of any field has come, and neither a hold keeps them nor a
    /// waiver. Whose first fields alone are due are not among them.
    package func peopleDue(at now: Instant) -> [String] {
        let days = Kind(Person.self).columns.compactMap { column -> Int? in
            guard case .daysAfterClosing(let days) = column.processing?.kept else { return nil }
            return days
        }
        guard let closes = ceremony?.closes, let last = days.max(), zone.day(at: now) > closes.adding(days: last) else { return [] }
        let slips = Rulebook([personalFieldsAreNotKeptTooLong]).check(self, at: now)
        let due = slips.filter { waiver(for: $0, at: now) == nil }.flatMap(\.subjects).filter { $0.slot == Person.slot }
        return due.compactMap { code(of: $0) }
    }
}
