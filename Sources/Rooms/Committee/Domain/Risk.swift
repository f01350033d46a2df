package import Ledger

/// Something that may go wrong, how likely and how grave, and what is done about it.
package struct Risk: Entity {
    package static let slot = 13
    package static let code = "risk"
    package static let file = "risks"
    package static let fields = Fields<Risk>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("officer", \.officer),
        Field("likelihood", \.likelihood),
        Field("impact", \.impact),
        Field("state", \.state),
        Field("mitigation", \.mitigation),
        Field("fallback", \.fallback),
        Field("tasks", \.tasks),
        Field("review_on", \.reviewOn))

    package enum State: String, Choice {
        case watched, happened, past
    }

    package var heading = Heading<Risk>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var officer: ID<Officer>?
    /// From 1, rare, to 5, almost certain.
    package var likelihood = 0
    /// From 1, hardly felt, to 5, the ceremony cannot go on.
    package var impact = 0
    package var state = State.blank
    package var mitigation = ""
    package var fallback = ""
    package var tasks: [ID<PlanTask>] = []
    package var reviewOn: Day?

    package init() {}
}
