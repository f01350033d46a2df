package import Ledger
package import Phrases
import Rulebook

extension Voice {
    /// Why the house did not do it, in the reader's language.
    package func denial(_ denial: Denial, in picture: Picture) -> String {
        switch denial {
        case .refused(let refusal): self.refusal(refusal, in: picture)
        case .stopped(let slips):
            ([phrases("denial.stopped")] + slips.map { "  \($0.rule): \(explanation(of: $0, in: picture))" }).joined(separator: "\n")
        case .noSpace: phrases("journal.no_space")
        case .journal(let failure): self.failure(failure)
        }
    }
}
