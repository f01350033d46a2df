package import Addresses
package import Furniture
package import Ledger
package import Rulebook

/// What is wrong, in figures: what stands in the way, and how much there is at each desk. Readiness and the wall show it.
package struct SlipFigures<Path: SinglePath>: PageFragment {
    /// What is wrong at a desk.
    package struct DeskLine: Sendable {
        package let desk: String
        package let counts: [Severity: Int]
        /// When the oldest began; nil where there is none.
        package let oldest: Instant?
    }

    package static var name: String { "slips" }
    /// What nobody has waived.
    package let open: Int
    /// What stands in the way, the longest first.
    package let stops: [Slip]
    package let desks: [DeskLine]

    package init(_ path: Path, for reader: Reader) {
        let slips = reader.openSlips
        open = slips.count
        stops = slips.filter { $0.severity == .stop }.sorted { ($0.since, $0.identity) < ($1.since, $1.identity) }
        desks = houseDesks.map { desk in
            let theirs = slips.filter { $0.desk == desk }
            return DeskLine(
                desk: desk, counts: theirs.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 },
                oldest: theirs.filter { $0.since > .distantPast }.map(\.since).min())
        }
    }
}
