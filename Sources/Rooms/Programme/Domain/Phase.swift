package import Committee
package import Ledger

/// A part of a session or a bilateral meeting with its own publicity: in private, with the pool, in public.
package struct Phase: Entity {
    package static let slot = 194
    package static let code = "phase"
    package static let file = "phases"
    package static let fields = Fields<Phase>(
        Field("session", \.session),
        Field("bilateral", \.bilateral),
        Field("publicity", \.publicity, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("opened", \.opened),
        Field("mute_confirmed", \.muteConfirmed),
        Field("mute_confirmed_by", \.muteConfirmedBy),
        Field("pool_entered", \.poolEntered))
    package static let indexes = [bySession, byBilateral]
    package static let bySession = Index<Phase>(0) { $0.session }
    package static let byBilateral = Index<Phase>(1) { $0.bilateral }

    /// Who may hear: `pool` is the short entry of a press pool, with pictures and without sound.
    package enum Publicity: String, Choice {
        case `private`, pool, `public`
    }

    package var heading = Heading<Phase>()
    package var session: ID<Session>?
    package var bilateral: ID<Bilateral>?
    package var publicity = Publicity.private
    package var starts = Moment.blank
    package var ends = Moment.blank
    /// When it began; empty until then.
    package var opened: Moment?
    /// When the sound desk confirmed that every microphone of the room is mute.
    package var muteConfirmed: Moment?
    package var muteConfirmedBy: ID<Officer>?
    /// When the door was opened to the pool; empty until then.
    package var poolEntered: Moment?

    package init() {}
}
