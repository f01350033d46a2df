package import Ledger
package import Parties

/// A treaty that is opened for signature, with what its final clauses say of who may take part and when it enters into force.
package struct Treaty: Entity {
    package static let slot = 80
    package static let code = "treaty"
    package static let file = "treaties"
    package static let fields = Fields<Treaty>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("short_vi", \.shortVietnamese, means: .shortTitle(in: "vi")),
        Field("short_en", \.shortEnglish, means: .shortTitle(in: "en")),
        Field("depositary_reference", \.depositaryReference),
        Field("opening_notification", \.openingNotification),
        Field("adopted_on", \.adoptedOn),
        Field("open_to", \.openTo),
        Field("authentic_languages", \.authenticLanguages, means: .language),
        Field("signing_order", \.signingOrder),
        Field("definitive_signature", \.allowsDefinitiveSignature),
        Field("instruments", \.instruments),
        Field("weight_threshold", \.weightThreshold),
        Field("named_parties", \.namedParties),
        Field("delay", \.delay),
        Field("delay_unit", \.delayUnit),
        Field("delay_landing", \.delayLanding),
        Field("later_delay", \.laterDelay),
        Field("later_delay_unit", \.laterDelayUnit),
        Field("later_delay_landing", \.laterDelayLanding),
        Field("withdrawal_months", \.withdrawalMonths))

    /// Who may sign.
    package enum Circle: String, Choice {
        case states, statesAndOrganisations = "states_and_reios"
    }

    /// In which order the signers are called.
    package enum Order: String, Choice {
        case alphabetical, hostFirst = "host_first", precedence
    }

    package var heading = Heading<Treaty>()
    package var titleVietnamese = ""
    /// The depositary's title.
    package var titleEnglish = ""
    package var shortVietnamese = ""
    package var shortEnglish = ""
    /// Chapter and number in the depositary's list: `XVIII-16`.
    package var depositaryReference = ""
    /// The depositary notification that opened it for signature: `C.N.196.2025.TREATIES-XVIII.16`.
    package var openingNotification = ""
    package var adoptedOn: Day?
    package var openTo = Circle.states
    /// ISO 639-1 codes.
    package var authenticLanguages: [String] = []
    package var signingOrder = Order.alphabetical
    /// Whether a signature can by itself express consent to be bound.
    package var allowsDefinitiveSignature = false
    /// How many instruments it needs to enter into force.
    package var instruments = 0
    /// The total weight (of emissions, of tonnage) that its parties must reach; see ``ClauseWeight``.
    package var weightThreshold: Int?
    /// States without whose instruments it does not enter into force.
    package var namedParties: [ID<Party>] = []
    /// From the instrument that fulfils the conditions to entry into force.
    package var delay = 0
    package var delayUnit = Delay.Unit.days
    package var delayLanding = Delay.Landing.sameDay
    /// From the own instrument of a State that comes later to entry into force for it.
    package var laterDelay = 0
    package var laterDelayUnit = Delay.Unit.days
    package var laterDelayLanding = Delay.Landing.sameDay
    /// From the receipt of a notice of withdrawal to its effect.
    package var withdrawalMonths = 12

    package init() {}
}
