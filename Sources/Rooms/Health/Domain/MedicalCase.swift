package import Ledger
package import Parties
package import Venues

/// Somebody who was looked after. Restricted: it says of a person what is nobody else's business.
package struct MedicalCase: Entity {
    package static let slot = 171
    package static let code = "medical_case"
    package static let file = "medical_cases"
    package static let fields = Fields<MedicalCase>(
        Field("patient", \.patient),
        Field("post", \.post),
        Field("place", \.place),
        Field("started", \.started),
        Field("ended", \.ended),
        Field("syndrome", \.syndrome, forCare),
        Field("complaint", \.complaint, forCare),
        Field("treatment", \.treatment, forCare),
        Field("source", \.source),
        Field("outcome", \.outcome),
        Field("hospital", \.hospital))
    package static let indexes = [byPost, bySource]
    package static let byPost = Index<MedicalCase>(0) { $0.post }
    package static let bySource = Index<MedicalCase>(1) { $0.source }
    package static func dataSubject(of record: MedicalCase) -> UInt32? { record.patient?.number }

    private static let forCare = Processing(.health, basis: .vitalInterest, seenBy: ["HLT"], kept: .daysAfterClosing(30))

    /// What the case looks like, so that several of one source are seen.
    package enum Syndrome: String, Choice {
        case other, injury, heat, gastrointestinal, respiratory, cardiac, neurological, allergy
    }

    package enum Outcome: String, Choice {
        case open, released, hospital, observation
    }

    package var heading = Heading<MedicalCase>()
    package var patient: ID<Person>?
    package var post: ID<MedicalPost>?
    /// Where it happened.
    package var place: ID<Place>?
    package var started: Moment?
    package var ended: Moment?
    package var syndrome = Personal<Syndrome>()
    package var complaint = Personal<String>()
    package var treatment = Personal<String>()
    /// The kitchen or hotel that it may come from.
    package var source: ID<Place>?
    package var outcome = Outcome.open
    package var hospital: ID<Hospital>?

    package init() {
        heading.classification = .restricted
    }
}
