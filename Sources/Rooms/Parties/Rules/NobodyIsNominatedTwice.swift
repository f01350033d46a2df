package import Rulebook
import Ledger

/// The same person stands in the register once: no two people share document, birth date and name.
///
/// Names are folded before they are compared: no case, no marks, one space between words; documents without spaces. A person
/// whose document or family name is not known yet is compared with nobody.
///
/// Source: field practice; W04 (a person in two categories).
package let nobodyIsNominatedTwice = Rule("PTY-07", .fix, about: Person.self, finds: Found.self) { person, see in
    guard let identity = person.identity else { return }
    let alike = Dictionary(grouping: see.together(Person.byIdentity, identity, ledBy: person), by: \.identityKey)
    for clash in alike.values.flatMap(\.doubles) {
        switch clash {
        case .pair(let person, let other):
            see.slip(
                on: person.reference, other.reference, variant: Found.two, facts: [Fact("person", person.id), Fact("other", other.id)],
                mend: .remove(other.reference))
        case .crowd(let crowd):
            guard let last = crowd.last else { continue }
            see.slip(on: crowd.named, variant: Found.many, facts: crowd.facts, mend: .remove(last.reference))
        }
    }
}

private enum Found: String, SlipVariant {
    /// Of two people: what is found there has no name of its own.
    case two = ""
    case many
}
