package import Committee
package import Ledger
package import Programme

/// What the host tells the press in its own name (thông cáo báo chí). Its figures stand beside it, one a record.
package struct PressRelease: Entity {
    package static let slot = 152
    package static let code = "press_release"
    package static let file = "press_releases"
    package static let fields = Fields<PressRelease>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, means: .title(in: "en")),
        Field("text_vi", \.textVietnamese, means: .wording(in: "vi")),
        Field("text_en", \.textEnglish, means: .wording(in: "en")),
        Field("session", \.session),
        Field("drafted_by", \.draftedBy),
        Field("cleared_by", \.clearedBy),
        Field("planned", \.planned),
        Field("released", \.released),
        Field("number", \.number),
        Field("replaces", \.replaces))
    package static let indexes = [byReplaced]
    package static let byReplaced = Index<PressRelease>(0) { $0.replaces }

    package var heading = Heading<PressRelease>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var textVietnamese = ""
    package var textEnglish = ""
    package var session: ID<Session>?
    package var draftedBy: ID<Officer>?
    package var clearedBy: ID<Officer>?
    package var planned: Moment?
    package var released: Moment?
    package var number = ""
    package var replaces: ID<PressRelease>?

    package init() {}
}
