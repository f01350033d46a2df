package import Ledger
package import Parties

/// Somebody's part in a session or a bilateral meeting: in the chair, at the lectern, at the table, in a booth.
///
/// Who it is may be said as a person, as an office or as a role code (`holder`, such as `PM-VNM`): the public programme names
/// offices and not officials. The same code is the same holder. An interpreter is a person, with booth and directions.
package struct Appearance: Entity {
    package static let slot = 62
    package static let code = "appearance"
    package static let file = "appearances"
    package static let fields = Fields<Appearance>(
        Field("session", \.session),
        Field("bilateral", \.bilateral),
        Field("role", \.role, .required),
        Field("person", \.person),
        Field("office", \.office),
        Field("holder", \.holder),
        Field("party", \.party, means: .party),
        Field("is_principal", \.isPrincipal),
        Field("order", \.order),
        Field("minutes", \.minutes),
        Field("starts", \.starts, means: .starts),
        Field("ends", \.ends, means: .ends),
        Field("lectern_cm", \.lectern),
        Field("is_indispensable", \.isIndispensable),
        Field("substitute", \.substitute),
        Field("late_variant", \.lateVariant),
        Field("booth", \.booth),
        Field("directions", \.directions),
        Field("minutes_alone", \.minutesAlone))
    package static let indexes = [bySession, byBilateral, byPerson, byOffice, byHolder, byParty]
    package static let bySession = Index<Appearance>(0) { $0.session }
    package static let byBilateral = Index<Appearance>(1) { $0.bilateral }
    package static let byPerson = Index<Appearance>(2) { $0.person }
    package static let byOffice = Index<Appearance>(3) { $0.office }
    package static let byHolder = Index<Appearance>(4) { $0.holder.isEmpty ? nil : $0.holder }
    package static let byParty = Index<Appearance>(5) { $0.party }

    package enum Role: String, Choice {
        case speaker, chair, host, moderator, panellist, signer, witness, interpreter, performer, attendee
    }

    package var heading = Heading<Appearance>()
    package var session: ID<Session>?
    package var bilateral: ID<Bilateral>?
    package var role = Role.speaker
    package var person: ID<Person>?
    package var office: ID<Office>?
    /// A code for whoever holds a role, where neither person nor office is in the register: `PM-VNM`, `UN-SG`.
    package var holder = ""
    package var party: ID<Party>?
    /// Whether the person sits in a principal's seat there.
    package var isPrincipal = false
    /// The place among those who speak or sign, from 1.
    package var order: Int?
    package var minutes: Int?
    /// When the person comes, where it is not at the start.
    package var starts: Moment?
    /// When the person may go, where it is not at the end.
    package var ends: Moment?
    /// The height of the lectern for this speaker in centimetres.
    package var lectern: Int?
    /// Whether the session cannot go on without the person.
    package var isIndispensable = false
    /// Who steps in for the person, by code or office.
    package var substitute = ""
    /// What is done in the session should the person be late.
    package var lateVariant = ""
    /// The interpreter's booth: the language it speaks, by its code of ISO 639-1.
    package var booth = ""
    /// The directions in which the interpreter works: `en>vi`.
    package var directions: [String] = []
    /// The longest turn that the interpreter works without relief, in minutes.
    package var minutesAlone: Int?

    package init() {}

    /// Whether anybody is named at all.
    package var namesSomebody: Bool { person != nil || office != nil || !holder.isEmpty }
}
