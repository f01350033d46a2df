package import Ledger
package import Parties
package import Rulebook

/// Somebody who signs a treaty for a party on a day, or is to: and what entitles them.
package struct Signer {
    package let person: ID<Person>
    package let party: ID<Party>
    package let treaty: ID<Treaty>
    package let day: Day

    package init(_ person: ID<Person>, for party: ID<Party>, of treaty: ID<Treaty>, on day: Day) {
        self.person = person
        self.party = party
        self.treaty = treaty
        self.day = day
    }

    /// The highest office that the person holds for the party on the day.
    package func office(_ see: See) -> Office? {
        see.each(Office.byPerson, person).filter { $0.party == party && $0.isHeld(on: day) }.min { $0.level.rank < $1.level.rank }
    }

    /// Whether the person signs without full powers: by office, or acting in it with the interim stated.
    package func signsByOffice(_ see: See) -> Bool {
        see.each(Office.byPerson, person).contains { $0.party == party && $0.isHeld(on: day) && $0.speaksForItsState }
    }

    /// Full powers that the treaty section accepted for this person, party and treaty.
    package func acceptedPowers(_ see: See) -> [FullPowers] {
        see.each(FullPowers.byPerson, person).filter { $0.party == party && $0.status == .accepted && $0.empowers(for: treaty) }
    }

    package func isEntitled(_ see: See) -> Bool { signsByOffice(see) || !acceptedPowers(see).isEmpty }

    /// Whether the person may also make declarations and reservations.
    package func mayDeclare(_ see: See) -> Bool {
        signsByOffice(see) || acceptedPowers(see).contains { $0.coversDeclarations }
    }
}

extension FullPowers {
    /// Whether the form is one that can empower somebody to sign that treaty.
    package func empowers(for treaty: ID<Treaty>) -> Bool {
        switch form {
        case .specific: self.treaty == treaty
        case .general: true
        case .credentials: false
        }
    }
}
