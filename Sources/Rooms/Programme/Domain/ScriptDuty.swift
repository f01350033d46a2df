package import Committee
package import Ledger

/// An officer on duty at the script: where and from when until when.
package struct ScriptDuty: Entity {
    package static let slot = 193
    package static let code = "script_duty"
    package static let file = "script_duties"
    package static let fields = Fields<ScriptDuty>(
        Field("officer", \.officer, .required),
        Field("station", \.station),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("relief", \.relief))
    package static let indexes = [byOfficer]
    package static let byOfficer = Index<ScriptDuty>(0) { $0.officer }

    /// Where the officer stands.
    package enum Station: String, Choice {
        case stage, sound, light, video, announcer, protocolLine = "protocol_line", doors, control
    }

    package var heading = Heading<ScriptDuty>()
    package var officer: ID<Officer>?
    package var station = Station.stage
    package var starts = Moment.blank
    package var ends = Moment.blank
    /// Who takes over.
    package var relief: ID<Officer>?

    package init() {}
}
