package import Engine
package import Ledger
package import Phrases
import Rulebook

extension Voice {
    /// Why the house did not do it, in the reader's language.
    package func denial(_ denial: Denial, in picture: Picture) -> String {
        self.denial(denial) { name($0, in: picture) }
    }

    /// The same for a reader who may not know every name.
    package func denial(_ denial: Denial, naming name: (Reference) -> String) -> String {
        switch denial {
        case .refused(let refusal): self.refusal(refusal, naming: name)
        case .stopped(let slips):
            ([phrases("denial.stopped")] + slips.map { "  \($0.rule): \(explanation(of: $0, naming: name))" }).joined(separator: "\n")
        case .needsProof: phrases("denial.needs_proof")
        case .noSpace: phrases("journal.no_space")
        case .journal(let failure): self.failure(failure)
        }
    }
}
