package import Rulebook
import Ledger

/// The same person stands in the register once: no two people share document, birth date and name.
///
/// Names are folded before they are compared: no case, no marks, one space between words; documents without spaces. A person
/// whose document or family name is not known yet is compared with nobody.
///
/// Source: field practice; W04 (a person in two categories).
package let nobodyIsNominatedTwice = Rule("PTY-07", .fix, about: Person.self) { person, see in
    guard let identity = person.identity else { return }
    for other in see.others(Person.byIdentity, identity, than: person) where other.id > person.id && other.identityKey == person.identityKey
    {
        see.slip(
            on: person.reference, other.reference, facts: [Fact("person", person.id), Fact("other", other.id)],
            mend: .remove(other.reference))
    }
}
