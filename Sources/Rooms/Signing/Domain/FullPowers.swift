package import Committee
package import Ledger
package import Parties

/// A document filed as a signer's authority: full powers, or something that is taken for them.
package struct FullPowers: Entity {
    package static let slot = 86
    package static let code = "full_powers"
    package static let file = "full_powers"
    package static let fields = Fields<FullPowers>(
        Field("party", \.party, means: .party),
        Field("treaty", \.treaty),
        Field("form", \.form, .required),
        Field("person", \.person),
        Field("issuer", \.issuer),
        Field("issuer_office", \.issuerOffice),
        Field("treaty_title", \.treatyTitle),
        Field("issued_on", \.issuedOn),
        Field("issued_at", \.issuedAt),
        Field("has_signature", \.hasSignature),
        Field("has_seal", \.hasSeal),
        Field("covers_declarations", \.coversDeclarations),
        Field("received_on", \.receivedOn),
        Field("original_seen_on", \.originalSeenOn),
        Field("status", \.status),
        Field("accepted_on", \.acceptedOn),
        Field("reviewed_by", \.reviewedBy),
        Field("defect", \.defect),
        Field("scan", \.scan, forTheRecord))
    package static let indexes = [byParty, byPerson]
    package static let byParty = Index<FullPowers>(0) { $0.party }
    package static let byPerson = Index<FullPowers>(1) { $0.person }
    package static func dataSubject(of record: FullPowers) -> UInt32? { record.person?.number }

    private static let forTheRecord = Processing(.treatyRecord, basis: .publicTask, seenBy: ["SGN"], kept: .archive)

    package enum Form: String, Choice {
        /// For one treaty, which it names.
        case specific = "specific_full_powers"
        /// For all treaties, deposited in advance.
        case general = "general_full_powers"
        /// They let a delegation attend a conference; they empower nobody to sign a treaty.
        case credentials
    }

    /// The issuing authority, as the instrument states it.
    package enum IssuingOffice: String, Choice {
        case unknown, headOfState = "head_of_state", headOfGovernment = "head_of_government", foreignMinister = "foreign_minister"
        /// Who speaks for an organisation; for a State it is nobody.
        case headOfOrganisation = "head_of_organisation", other
    }

    /// The state of the review, as told by the depositary's treaty section.
    package enum Status: String, Choice {
        case expected, received, underReview = "under_review", accepted, rejected, withdrawn
    }

    package var heading = Heading<FullPowers>()
    package var party: ID<Party>?
    /// None for general full powers.
    package var treaty: ID<Treaty>?
    package var form = Form.specific
    /// Whom the instrument names: it is individual and cannot be passed on.
    package var person: ID<Person>?
    package var issuer: ID<Person>?
    package var issuerOffice = IssuingOffice.unknown
    /// The title of the treaty as the instrument writes it.
    package var treatyTitle = ""
    package var issuedOn: Day?
    /// The place of issue.
    package var issuedAt = ""
    package var hasSignature = false
    /// A seal is welcome and never replaces the signature.
    package var hasSeal = false
    /// Whether it also empowers to make declarations or reservations.
    package var coversDeclarations = false
    package var receivedOn: Day?
    package var originalSeenOn: Day?
    package var status = Status.expected
    package var acceptedOn: Day?
    package var reviewedBy: ID<Officer>?
    /// What the treaty section found wanting.
    package var defect = ""
    /// The instrument as it was filed, scanned; it does not stand in for the original.
    package var scan = Personal<Scan>()

    package init() {}
}
