import Foundation
package import Ledger
package import Phrases
import Rulebook

/// Why an act was done though a stop stood in its way: kept with the act's own reason, in a form that no language owns.
package enum Overriding {
    private static let mark = " [override: "

    package static func written(_ reason: String, because override: String) -> String {
        override.isEmpty ? reason : reason + mark + override + "]"
    }

    /// The reason of an entry in a reader's words.
    package static func reason(of entry: Entry, in phrases: Phrases) -> String {
        guard entry.reason.hasSuffix("]"), let start = entry.reason.range(of: mark) else { return entry.reason }
        let override = entry.reason[start.upperBound...].dropLast()
        let reasons = [String(entry.reason[..<start.lowerBound]), phrases("record.overridden", [Fact("override", String(override))])]
        return reasons.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
