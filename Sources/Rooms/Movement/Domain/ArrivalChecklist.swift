package import Ledger
package import Parties

/// What host and guest agree on before an aircraft of the guest's own opens its door.
package struct ArrivalChecklist: Entity {
    package static let slot = 137
    package static let code = "arrival_checklist"
    package static let file = "arrival_checklists"
    package static let fields = Fields<ArrivalChecklist>(
        Field("trip", \.trip, .required),
        Field("stairs", \.stairs),
        Field("stairs_language", \.stairsLanguage, means: .language),
        Field("press_pen", \.pressPen),
        Field("who_crosses", \.whoCrosses),
        Field("host_by", \.hostBy),
        Field("host_agreed_at", \.hostAgreedAt),
        Field("guest_by", \.guestBy),
        Field("guest_agreed_at", \.guestAgreedAt))
    package static let indexes = [byTrip]
    package static let byTrip = Index<ArrivalChecklist>(0) { $0.trip }

    package var heading = Heading<ArrivalChecklist>()
    package var trip: ID<Trip>?
    /// Who brings the stairs.
    package var stairs = ""
    /// The language that the stairs' driver speaks.
    package var stairsLanguage = ""
    /// Where the press stands.
    package var pressPen = ""
    /// Who may cross from the aircraft's side to the host's, and back.
    package var whoCrosses = ""
    package var hostBy: ID<Person>?
    package var hostAgreedAt: Moment?
    package var guestBy: ID<Person>?
    package var guestAgreedAt: Moment?

    package init() {}
}
