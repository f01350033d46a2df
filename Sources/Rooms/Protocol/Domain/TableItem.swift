package import Committee
package import Ledger
package import Parties
package import Programme

/// Something that a guest is served, given or surrounded by: a dish, a drink, a gift, a decoration, with tags for what it is.
package struct TableItem: Entity {
    package static let slot = 75
    package static let code = "table_item"
    package static let file = "table_items"
    package static let fields = Fields<TableItem>(
        Field("session", \.session, .required),
        Field("kind", \.kind, .required, means: .sort),
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("table", \.table),
        Field("party", \.party, means: .party),
        Field("tags", \.tags),
        Field("reviewed_by_mission_on", \.reviewedByMissionOn),
        Field("decided_by", \.decidedBy),
        Field("decided_on", \.decidedOn))
    package static let indexes = [bySession]
    package static let bySession = Index<TableItem>(0) { $0.session }

    package enum Sort: String, Choice {
        case dish, drink, gift, decor, music
    }

    package var heading = Heading<TableItem>()
    package var session: ID<Session>?
    package var kind = Sort.dish
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The table it is for; empty where it is on every table.
    package var table = ""
    /// The party it is for, where it is for one.
    package var party: ID<Party>?
    /// What it is or contains: `pork`, `alcohol`, `nuts`, `clock`, `white_flowers`.
    package var tags: [String] = []
    /// The day on which the guest's mission said that it may be so.
    package var reviewedByMissionOn: Day?
    /// The authority that decided a conflict.
    package var decidedBy: ID<Body>?
    package var decidedOn: Day?

    package init() {}

    /// Whether the guest's mission or a named authority passed it.
    package var isPassed: Bool { reviewedByMissionOn != nil || (decidedBy != nil && decidedOn != nil) }
}
