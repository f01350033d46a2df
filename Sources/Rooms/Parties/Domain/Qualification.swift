package import Committee
package import Ledger

/// Something that a person was found able to do, by whom and until when.
package struct Qualification: Entity {
    package static let slot = 35
    package static let code = "qualification"
    package static let file = "qualifications"
    package static let fields = Fields<Qualification>(
        Field("person", \.person),
        Field("skill", \.skill, .required),
        Field("mode", \.mode),
        Field("from_language", \.fromLanguage, means: .language),
        Field("to_language", \.toLanguage, means: .language),
        Field("class", \.rating),
        Field("evidence", \.evidence).sealed,
        Field("verified_by", \.verifiedBy),
        Field("verified_on", \.verifiedOn),
        Field("until", \.until))
    package static func dataSubject(of record: Qualification) -> UInt32? { record.person?.number }
    package static let indexes = [byPerson]
    package static let byPerson = Index<Qualification>(0) { $0.person }

    package enum Skill: String, Choice, IndexKey {
        case interpretation, translation, driving, firearms, medicine, firstAid = "first_aid", explosives, dogHandling = "dog_handling"
        case screening, firefighting, escort, ceremonial = "protocol", liaison, technical, other
    }

    /// How an interpreter works.
    package enum Mode: String, Choice {
        case notApplicable = "not_applicable", simultaneous, consecutive, sign
    }

    package var heading = Heading<Qualification>()
    package var person: ID<Person>?
    package var skill = Skill.interpretation
    package var mode = Mode.notApplicable
    /// The language heard, by its code of ISO 639-1.
    package var fromLanguage = ""
    /// The language spoken, by its code of ISO 639-1.
    package var toLanguage = ""
    /// The class of a licence or the grade of a certificate.
    package var rating = ""
    /// The number of the certificate or licence.
    package var evidence = ""
    package var verifiedBy: ID<Body>?
    package var verifiedOn: Day?
    /// The last day on which it counts.
    package var until: Day?

    package init() {}

    /// Whether somebody verified it and it counts on a day.
    package func isVerified(on day: Day) -> Bool {
        guard verifiedBy != nil, let verifiedOn else { return false }
        return verifiedOn <= day && day <= (until ?? day)
    }
}
