package import Committee
package import Ledger

/// How a critical function goes on without a network: the sealed copy, the paper, the telephone, and the drill that proved it.
package struct Fallback: Entity {
    package static let slot = 166
    package static let code = "fallback"
    package static let file = "fallbacks"
    package static let fields = Fields<Fallback>(
        Field("asset", \.asset, .required),
        Field("mode_vi", \.modeVietnamese, .required, means: .wording(in: "vi")),
        Field("mode_en", \.modeEnglish, .required, means: .wording(in: "en")),
        Field("officer", \.officer),
        Field("copy_every_minutes", \.copyEveryMinutes),
        Field("drilled", \.drilled),
        Field("result", \.result))
    package static let indexes = [byAsset]
    package static let byAsset = Index<Fallback>(0) { $0.asset }

    package enum Outcome: String, Choice {
        case notDrilled = "not_drilled", passed, failed
    }

    package var heading = Heading<Fallback>()
    package var asset: ID<Asset>?
    package var modeVietnamese = ""
    package var modeEnglish = ""
    package var officer: ID<Officer>?
    /// How old the local copy may be.
    package var copyEveryMinutes: Int?
    package var drilled: Moment?
    package var result = Outcome.blank

    package init() {}
}
