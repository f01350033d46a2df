import Committee
package import Engine
package import Exchange
import Foundation
package import Ledger

extension Historian {
    /// Every version of every record, for a pack that carries the history.
    package func versions() async throws(JournalFailure) -> [Version] {
        try await alterations().map { alteration in
            Version(
                alteration.reference, code: (alteration.after ?? alteration.before)?.code ?? "", happened: alteration.entry.happened,
                row: alteration.after)
        }
    }
}

extension Picture {
    /// What a pack of this ceremony says of itself.
    package var manifest: PackManifest? {
        ceremony.flatMap { ceremony in
            Zones.named(ceremony.zone).map {
                PackManifest(
                    ceremony: ceremony.code, zone: $0, clock: ceremony.clock?.instant, opens: ceremony.opens, closes: ceremony.closes)
            }
        }
    }
}
