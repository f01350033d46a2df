package import Committee
package import Ledger
package import Parties
package import Programme

/// A piece of the communication plan: an article, a broadcast, a clip, a poster, before, during or after the event.
package struct MediaItem: Entity {
    package static let slot = 150
    package static let code = "media_item"
    package static let file = "media_items"
    package static let fields = Fields<MediaItem>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("plan", \.plan),
        Field("phase", \.phase, .required),
        Field("channel", \.channel, .required),
        Field("officer", \.officer),
        Field("outlet", \.outlet),
        Field("session", \.session),
        Field("due", \.due),
        Field("published", \.published),
        Field("languages", \.languages, means: .language),
        Field("address", \.address))
    package static let indexes = [byPhase, byPlan]
    package static let byPhase = Index<MediaItem>(0) { $0.phase }
    package static let byPlan = Index<MediaItem>(1) { $0.plan }

    package enum Phase: String, Choice, IndexKey {
        case before, during, after
    }

    package enum Channel: String, Choice {
        case web, press, television, radio, social, outdoor, unWebTv = "un_web_tv", print
    }

    package var heading = Heading<MediaItem>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var plan: ID<Plan>?
    package var phase = Phase.blank
    package var channel = Channel.blank
    /// Who answers for it; its body is the record's owner.
    package var officer: ID<Officer>?
    package var outlet: ID<Outlet>?
    package var session: ID<Session>?
    /// The last day on which it may come out.
    package var due: Day?
    package var published: Moment?
    /// By their codes of ISO 639-1.
    package var languages: [String] = []
    /// Where it came out.
    package var address = ""

    package init() {}
}
