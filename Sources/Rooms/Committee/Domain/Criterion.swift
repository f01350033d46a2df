package import Ledger

/// What one of the three successes is judged by: a measure, or somebody's judgement.
package struct Criterion: Entity {
    package static let slot = 7
    package static let code = "criterion"
    package static let file = "criteria"
    package static let fields = Fields<Criterion>(
        Field("success", \.success, .required),
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("weight", \.weight),
        Field("measure", \.measure),
        Field("judgement", \.judgement),
        Field("judged_by", \.judgedBy),
        Field("judged_on", \.judgedOn))
    package static let indexes = [bySuccess]
    package static let bySuccess = Index<Criterion>(0) { $0.success }

    /// The three successes that the host asks of the ceremony.
    package enum Success: String, Choice, IndexKey {
        case content, securityAndProtocol = "security_and_protocol", image
    }

    package var heading = Heading<Criterion>()
    package var success = Success.blank
    package var titleVietnamese = ""
    package var titleEnglish = ""
    /// Its share among the criteria of its success.
    package var weight = 1
    package var measure: ID<Measure>?
    /// Percent, where nothing measures it.
    package var judgement: Int?
    package var judgedBy: ID<Officer>?
    package var judgedOn: Day?

    package init() {}
}
