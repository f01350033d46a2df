package import Committee
package import Ledger
package import Programme

/// A table at which a treaty is signed during a session: its queue's terms, its date card, and when it was opened.
package struct SigningTable: Entity {
    package static let slot = 146
    package static let code = "signing_table"
    package static let file = "signing_tables"
    package static let fields = Fields<SigningTable>(
        Field("treaty", \.treaty),
        Field("session", \.session),
        Field("seconds_per_signer", \.secondsPerSigner, .required),
        Field("margin_minutes", \.marginMinutes),
        Field("queue_freezes", \.queueFreezes),
        Field("date_card", \.dateCard),
        Field("date_card_placed", \.dateCardPlaced),
        Field("run_by", \.runBy),
        Field("opened", \.opened))
    package static let indexes = [byTreaty, bySession]
    package static let byTreaty = Index<SigningTable>(0) { $0.treaty }
    package static let bySession = Index<SigningTable>(1) { $0.session }

    package var heading = Heading<SigningTable>()
    package var treaty: ID<Treaty>?
    package var session: ID<Session>?
    /// From one call to the next.
    package var secondsPerSigner = 90
    /// Kept free at the end.
    package var marginMinutes = 10
    /// When the queue is closed: whoever's papers are not accepted by then is not called.
    package var queueFreezes: Moment?
    /// The date that the card on the table shows.
    package var dateCard: Day?
    package var dateCardPlaced: Moment?
    /// Who runs the signing: the depositary.
    package var runBy: ID<Body>?
    package var opened: Moment?

    package init() {}
}
