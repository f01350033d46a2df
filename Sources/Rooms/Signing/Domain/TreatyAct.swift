package import Ledger
package import Parties

/// Something that a party does about a treaty besides signing it: an instrument that it deposits, or a statement that it makes.
package struct TreatyAct: Entity {
    package static let slot = 88
    package static let code = "treaty_act"
    package static let file = "treaty_acts"
    package static let fields = Fields<TreatyAct>(
        Field("treaty", \.treaty),
        Field("party", \.party, means: .party),
        Field("kind", \.kind, .required, means: .sort),
        Field("made_on", \.madeOn),
        Field("deposited_on", \.depositedOn),
        Field("made_by", \.madeBy),
        Field("at_signature", \.isAtSignature),
        Field("in_writing", \.isInWriting),
        Field("noted_for_confirmation", \.isNotedForConfirmation),
        Field("confirmed_on", \.confirmedOn),
        Field("objects_to", \.objectsTo),
        Field("ordinal", \.ordinal),
        Field("in_force_on", \.inForceOn),
        Field("notification", \.notification),
        Field("document", \.document),
        Field("date_source", \.dateSource))
    package static let indexes = [byTreaty, byParty]
    package static let byTreaty = Index<TreatyAct>(0) { $0.treaty }
    package static let byParty = Index<TreatyAct>(1) { $0.party }

    package enum Sort: String, Choice {
        case declaration, reservation, objection, competenceDeclaration = "competence_declaration"
        case ratification, acceptance, approval, formalConfirmation = "formal_confirmation", accession, withdrawal
    }

    package var heading = Heading<TreatyAct>()
    package var treaty: ID<Treaty>?
    package var party: ID<Party>?
    package var kind = Sort.declaration
    package var madeOn: Day?
    /// The day on which the depositary received it: the one that counts.
    package var depositedOn: Day?
    package var madeBy: ID<Person>?
    package var isAtSignature = false
    package var isInWriting = false
    /// Whether the party was told, in writing, that it must confirm the statement when it ratifies.
    package var isNotedForConfirmation = false
    /// When it was confirmed at ratification.
    package var confirmedOn: Day?
    /// The reservation or declaration that an objection is about.
    package var objectsTo: ID<TreatyAct>?
    /// Which instrument of those that count the depositary takes it for: the fortieth.
    package var ordinal: Int?
    /// From when the treaty binds the party, as announced.
    package var inForceOn: Day?
    /// The depositary notification that announced it.
    package var notification = ""
    /// SHA-256 of the document.
    package var document = ""
    package var dateSource = ""

    package init() {}
}

extension TreatyAct.Sort {
    /// Whether it expresses consent to be bound.
    package var isConsent: Bool {
        switch self {
        case .ratification, .acceptance, .approval, .formalConfirmation, .accession: true
        case .declaration, .reservation, .objection, .competenceDeclaration, .withdrawal: false
        }
    }
}
