package import Ledger

/// A channel of sound, the floor's or an interpretation's, and the receivers that are out for it.
package struct AudioChannel: Entity {
    package static let slot = 195
    package static let code = "audio_channel"
    package static let file = "audio_channels"
    package static let fields = Fields<AudioChannel>(
        Field("number", \.number),
        Field("language", \.language, means: .language),
        Field("receivers_issued", \.receiversIssued),
        Field("issued_from", \.issuedFrom, means: .starts),
        Field("issued_until", \.issuedUntil, means: .ends))

    package var heading = Heading<AudioChannel>()
    /// The channel's number on the receiver.
    package var number: Int?
    /// The language heard on it, by its code of ISO 639-1; empty for the floor.
    package var language = ""
    /// How many receivers are handed out, loudspeakers and press feeds included.
    package var receiversIssued: Int?
    package var issuedFrom: Moment?
    /// When they are taken back; empty while nobody said when.
    package var issuedUntil: Moment?

    package init() {}
}
