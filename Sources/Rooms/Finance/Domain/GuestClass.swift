package import Ledger
package import Parties

/// Which class of guest a delegation is received as, by the level of its head, while the table is in force.
package struct GuestClass: Entity {
    package static let slot = 140
    package static let code = "guest_class"
    package static let file = "guest_classes"
    package static let fields = Fields<GuestClass>(
        Field("level", \.level, .required),
        Field("guest_class", \.guestClass, .required),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("legal_reference", \.legalReference))
    package static let indexes = [byLevel]
    package static let byLevel = Index<GuestClass>(0) { $0.level.rawValue }

    /// The classes of the norms for foreign guests (hạng đặc biệt, A, B, C, khách mời quốc tế khác).
    package enum Tier: String, Choice {
        case none, special = "special_class", a = "class_a", b = "class_b", c = "class_c", other = "other_guest"
    }

    package var heading = Heading<GuestClass>()
    package var level = Level.other
    package var guestClass = Tier.none
    package var validFrom: Day?
    /// The last day.
    package var validTo: Day?
    package var legalReference = ""

    package init() {}

    package func isInForce(on day: Day) -> Bool { (validFrom ?? day) <= day && day <= (validTo ?? day) }
}
