package import Ledger
package import Parties

/// One thing that a party did about a treaty on a day, as far as its final clause is concerned.
package struct Participation: Hashable, Sendable {
    package enum Deed: Hashable, Sendable {
        case signature
        /// A signature that expresses consent to be bound, where the treaty allows it; elsewhere it is a signature.
        case definitiveSignature
        /// The deposit of an instrument of ratification, acceptance, approval, formal confirmation or accession.
        case deposit
        /// The receipt of a notice of withdrawal.
        case withdrawal
    }

    package let party: ID<Party>
    package let deed: Deed
    package let day: Day
    /// Whether the party is an organisation of regional integration: its instrument adds nothing to those of its members.
    package let isOrganisation: Bool

    package init(_ party: ID<Party>, _ deed: Deed, on day: Day, isOrganisation: Bool = false) {
        self.party = party
        self.deed = deed
        self.day = day
        self.isOrganisation = isOrganisation
    }
}
