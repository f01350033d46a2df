package import Ledger

/// A kind with a field of every shape, so that the exchange is tested without any room.
package struct Guest: Entity {
    package static let slot = 2
    package static let code = "guest"
    package static let file = "guests"
    package static let fields = Fields<Guest>(
        Field("name", \.name, .required),
        Field("rank", \.rank),
        Field("age", \.age),
        Field("is_speaker", \.isSpeaker),
        Field("arrives_on", \.arrivesOn),
        Field("received_at", \.receivedAt),
        Field("sort", \.sort),
        Field("table", \.table),
        Field("tags", \.tags),
        Field("friends", \.friends),
        Field("document", \.document, Processing(.accreditation, basis: .publicTask, seenBy: ["PTY"], kept: .archive)))
    package static func dataSubject(of record: Guest) -> UInt32? { record.id.number }

    package enum Sort: String, Choice {
        case delegate, speaker
        case keynoteSpeaker = "keynote_speaker"
    }

    package var heading = Heading<Guest>()
    package var name = ""
    package var rank = 0
    package var age: Int?
    package var isSpeaker = false
    package var arrivesOn: Day?
    package var receivedAt: Moment?
    package var sort = Sort.delegate
    package var table: ID<Board>?
    package var tags: [String] = []
    package var friends: [ID<Guest>] = []
    package var document = Personal<String>()

    package init() {}
}

/// A table at the banquet.
package struct Board: Entity {
    package static let slot = 1
    package static let code = "board"
    package static let file = "boards"
    package static let fields = Fields<Board>(Field("seats", \.seats))

    package var heading = Heading<Board>()
    package var seats = 0

    package init() {}
}

/// All kinds of the samples.
package let guestRegister = Register([Kind(Board.self), Kind(Guest.self)])
