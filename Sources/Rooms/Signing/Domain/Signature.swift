package import Ledger
package import Parties
package import Venues

/// One party's signature in one copy of a treaty.
package struct Signature: Entity {
    package static let slot = 87
    package static let code = "signature"
    package static let file = "signatures"
    package static let fields = Fields<Signature>(
        Field("treaty", \.treaty),
        Field("party", \.party, means: .party),
        Field("person", \.person),
        Field("capacity", \.capacity),
        Field("copy", \.copy),
        Field("line", \.line),
        Field("signed", \.signed, .required),
        Field("place", \.place),
        Field("effect", \.effect),
        Field("line_checked_by", \.lineCheckedBy),
        Field("witness", \.witness),
        Field("date_source", \.dateSource),
        Field("signer_name", \.signerName))
    package static let indexes = [byTreaty, byParty, byCopy]
    package static let byTreaty = Index<Signature>(0) { $0.treaty }
    package static let byParty = Index<Signature>(1) { $0.party }
    package static let byCopy = Index<Signature>(2) { $0.copy }

    package enum Effect: String, Choice {
        /// Subject to ratification, acceptance or approval.
        case simple
        /// Awaiting the State's confirmation (Vienna Convention on the Law of Treaties, art. 12(2)(b)).
        case adReferendum = "ad_referendum"
        /// Consent to be bound, where the treaty allows it.
        case definitive
    }

    package var heading = Heading<Signature>()
    package var treaty: ID<Treaty>?
    package var party: ID<Party>?
    package var person: ID<Person>?
    /// The title in which the person signed.
    package var capacity = ""
    package var copy: ID<Copy>?
    /// The line on which the pen was set, whosever it is.
    package var line: ID<Line>?
    package var signed = Moment.blank
    package var place: ID<Place>?
    package var effect = Effect.simple
    /// The treaty officer who looked at the line before the next signer was called.
    package var lineCheckedBy: ID<Person>?
    package var witness: ID<Person>?
    /// Where the date is known from, for a signature that was not recorded at the table.
    package var dateSource = ""
    /// The name as signed. Who signed which treaty, for which State, with what title, is public record for ever: it stays when what else the
    /// house knew of the person is erased.
    package var signerName = ""

    package init() {}
}

extension Signature {
    /// Takes over what is public of the signer, as it stands: the name, and the title where none was given.
    package mutating func takeOver(_ signer: Person) {
        signerName = signer.nameAsShown
        if capacity.isEmpty { capacity = signer.title.content }
    }
}

extension Picture {
    /// The signatures of these people, with the public facts of whom they were told by name alone: written before the people are erased.
    package func signaturesKeeping(_ people: (ID<Person>) -> Bool) -> [Signature] {
        all(Signature.self).compactMap { signature in
            guard let person = signature.person, people(person), let signer = self[person] else { return nil }
            var kept = signature
            if signature.signerName.isEmpty { kept.takeOver(signer) }
            if kept.capacity.isEmpty { kept.capacity = signer.title.content }
            return kept == signature ? nil : kept
        }
    }
}
