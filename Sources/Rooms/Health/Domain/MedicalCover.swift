package import Ledger
package import Parties
package import Venues

/// Doctors and ambulances that stand by for a venue, or ride in the motorcade of a delegation's head, with the hospital
/// to which they would go.
package struct MedicalCover: Entity {
    package static let slot = 172
    package static let code = "medical_cover"
    package static let file = "medical_covers"
    package static let fields = Fields<MedicalCover>(
        Field("kind", \.kind, .required, means: .sort),
        Field("venue", \.venue),
        Field("delegation", \.delegation),
        Field("post", \.post),
        Field("from", \.from, means: .starts),
        Field("to", \.to, means: .ends),
        Field("doctors", \.doctors),
        Field("nurses", \.nurses),
        Field("ambulances", \.ambulances),
        Field("hospital", \.hospital),
        Field("hospital_minutes", \.hospitalMinutes))
    package static let indexes = [byVenue, byDelegation]
    package static let byVenue = Index<MedicalCover>(0) { $0.venue }
    package static let byDelegation = Index<MedicalCover>(1) { $0.delegation }

    package enum Sort: String, Choice {
        case venue, motorcade
    }

    package var heading = Heading<MedicalCover>()
    package var kind = Sort.venue
    package var venue: ID<Place>?
    /// Whose head's motorcade it rides in.
    package var delegation: ID<Delegation>?
    package var post: ID<MedicalPost>?
    package var from: Moment?
    package var to: Moment?
    package var doctors = 0
    package var nurses = 0
    package var ambulances = 0
    package var hospital: ID<Hospital>?
    /// By ambulance, at the worst hour.
    package var hospitalMinutes: Int?

    package init() {}
}
