package import Engine
package import Exchange
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
