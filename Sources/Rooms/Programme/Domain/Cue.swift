package import Committee
package import Ledger
package import Parties

/// One line of a session's script: what happens, on what sign, who calls it, and what is done instead if it fails.
package struct Cue: Entity {
    package static let slot = 63
    package static let code = "cue"
    package static let file = "cues"
    package static let fields = Fields<Cue>(
        Field("session", \.session, .required),
        Field("order", \.order, .required),
        Field("kind", \.kind, .required, means: .sort),
        Field("offset_seconds", \.offset),
        Field("length_seconds", \.length),
        Field("caller", \.caller),
        Field("trigger", \.trigger),
        Field("trigger_text", \.triggerText),
        Field("fallback", \.fallback),
        Field("appearance", \.appearance),
        Field("party", \.party, means: .party),
        Field("symbol", \.symbol),
        Field("asset", \.asset),
        Field("asset_hash", \.assetHash),
        Field("text_vi", \.textVietnamese, means: .wording(in: "vi")),
        Field("text_en", \.textEnglish, means: .wording(in: "en")),
        Field("called", \.called),
        Field("called_by", \.calledBy))
    package static let indexes = [bySession, bySymbol]
    package static let bySession = Index<Cue>(0) { $0.session }
    package static let bySymbol = Index<Cue>(1) { $0.symbol }

    package enum Sort: String, Choice {
        case stage, speech, announcement, audio, anthem, video, light, flag, entrance, signature, applause, other
        case adjustLectern = "adjust_lectern"
    }

    /// What sets it off.
    package enum Trigger: String, Choice {
        case unset
        /// Its caller says so.
        case called
        /// Its caller says so on hearing the words in `trigger_text`.
        case spokenWord = "spoken_word"
        /// Its caller says so on seeing what `trigger_text` tells.
        case action
        /// The clock, at the offset.
        case clock
        /// The end of the cue before, by itself.
        case followOn = "follow_on"
    }

    package var heading = Heading<Cue>()
    package var session: ID<Session>?
    /// The place in the session's script.
    package var order = 0
    package var kind = Sort.stage
    /// Seconds after the session's start.
    package var offset: Int?
    /// Seconds that it takes.
    package var length: Int?
    /// The officer who answers for it on the day.
    package var caller: ID<Officer>?
    package var trigger = Trigger.unset
    package var triggerText = ""
    /// What is done instead if it fails.
    package var fallback = ""
    /// Whose speech, entrance or lectern it is about.
    package var appearance: ID<Appearance>?
    /// The party that stands there while a flag or an anthem is shown or played.
    package var party: ID<Party>?
    package var symbol: ID<Symbol>?
    /// The file that is played or shown.
    package var asset = ""
    /// SHA-256 of that file.
    package var assetHash = ""
    /// The words to be said, in Vietnamese.
    package var textVietnamese = ""
    package var textEnglish = ""
    /// When it was called; empty until then.
    package var called: Moment?
    package var calledBy: ID<Officer>?

    package init() {}

    /// Whether it is heard in the hall.
    package var isAudible: Bool { kind == .audio || kind == .anthem || kind == .video }

    /// Whether it comes without anybody calling it.
    package var runsByItself: Bool { trigger == .clock || trigger == .followOn }
}
