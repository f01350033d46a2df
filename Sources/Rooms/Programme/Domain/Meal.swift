package import Ledger
package import Venues

/// What is served at a session: to how many, seated or standing, from which kitchen.
///
/// What the tables need and must not be served are ``TableNeed`` records of the protocol desk.
package struct Meal: Entity {
    package static let slot = 65
    package static let code = "meal"
    package static let file = "meals"
    package static let fields = Fields<Meal>(
        Field("session", \.session, .required),
        Field("kind", \.kind, .required, means: .sort),
        Field("is_seated", \.isSeated),
        Field("covers", \.covers),
        Field("tables", \.tables),
        Field("kitchen", \.kitchen),
        Field("serves_alcohol", \.servesAlcohol),
        Field("menu_vi", \.menuVietnamese, means: .wording(in: "vi")),
        Field("menu_en", \.menuEnglish, means: .wording(in: "en")),
        Field("needs_due", \.needsDue))
    package static let indexes = [bySession]
    package static let bySession = Index<Meal>(0) { $0.session }

    package enum Sort: String, Choice {
        case banquet, dinner, lunch, breakfast, reception, coffee
    }

    package var heading = Heading<Meal>()
    package var session: ID<Session>?
    package var kind = Sort.banquet
    package var isSeated = false
    /// Persons to be served; where it says nothing, those expected at the session.
    package var covers: Int?
    /// How many tables are laid.
    package var tables: Int?
    package var kitchen: ID<Place>?
    package var servesAlcohol = false
    package var menuVietnamese = ""
    package var menuEnglish = ""
    /// The day by which the delegations have told what their guests need.
    package var needsDue: Day?

    package init() {}
}
