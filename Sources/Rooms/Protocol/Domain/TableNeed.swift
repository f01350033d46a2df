package import Ledger
package import Parties
package import Programme

/// What must not be served, given or shown: at one table, or wherever a party sits. It names no person.
package struct TableNeed: Entity {
    package static let slot = 76
    package static let code = "table_need"
    package static let file = "table_needs"
    package static let fields = Fields<TableNeed>(
        Field("session", \.session),
        Field("table", \.table),
        Field("party", \.party, means: .party),
        Field("kind", \.kind, .required, means: .sort),
        Field("avoid", \.avoid),
        Field("guests", \.guests),
        Field("stated_by", \.statedBy))
    package static let indexes = [bySession, byParty]
    package static let bySession = Index<TableNeed>(0) { $0.session }
    package static let byParty = Index<TableNeed>(1) { $0.party }

    package enum Sort: String, Choice {
        case diet, religion, allergy, custom
    }

    package var heading = Heading<TableNeed>()
    /// The session it is for; empty where it holds at all of them.
    package var session: ID<Session>?
    /// The table it is for; empty where it holds wherever the party sits.
    package var table = ""
    package var party: ID<Party>?
    package var kind = Sort.diet
    /// The tags that an item must not bear: `pork`, `alcohol`, `nuts`, `clock`.
    package var avoid: [String] = []
    /// How many guests it is for.
    package var guests: Int?
    /// Who told it: the mission, the administrative officer.
    package var statedBy = ""

    package init() {}
}
