package import Ledger

/// The people whom one party sends, from the first invitation to their departure.
package struct Delegation: Entity {
    package static let slot = 34
    package static let code = "delegation"
    package static let file = "delegations"
    package static let fields = Fields<Delegation>(
        Field("party", \.party, means: .party),
        Field("kind", \.kind, .required, means: .sort),
        Field("status", \.status),
        Field("status_on", \.statusOn),
        Field("level_of_head", \.levelOfHead),
        Field("head", \.head),
        Field("administrative_officer", \.administrativeOfficer),
        Field("liaison_officer", \.liaisonOfficer),
        Field("quota", \.quota),
        Field("size", \.size),
        Field("spouses", \.spouses),
        Field("arrives", \.arrives),
        Field("departs", \.departs),
        Field("note_verbale", \.noteVerbale),
        Field("note", \.note, means: .note))
    package static let indexes = [byParty]
    package static let byParty = Index<Delegation>(0) { $0.party }

    package enum Sort: String, Choice {
        case national, observer, intergovernmental = "igo", nonGovernmental = "ngo", company, academia, press
        case unitedNations = "un_entity", other
    }

    /// How far invitation and reply have come.
    package enum Status: String, Choice {
        case planned, invited, confirmed, declined
    }

    package var heading = Heading<Delegation>()
    package var party: ID<Party>?
    package var kind = Sort.national
    package var status = Status.planned
    /// The day on which the status became what it is.
    package var statusOn: Day?
    package var levelOfHead = Level.other
    package var head: ID<Person>?
    /// The delegation's own officer with whom the host settles its business (DAO).
    package var administrativeOfficer: ID<Person>?
    /// The host's officer who accompanies the delegation.
    package var liaisonOfficer: ID<Person>?
    /// How many people it may nominate.
    package var quota: Int?
    /// How many people it announced, the head and spouses included.
    package var size: Int?
    package var spouses: Int?
    package var arrives: Moment?
    package var departs: Moment?
    /// The number of the note that names the delegation.
    package var noteVerbale = ""
    package var note = ""

    package init() {}
}
