package import Ledger
package import Parties

/// What a party has said of signing one treaty, through whom, and by which note. Its history is the ledger's.
package struct Intention: Entity {
    package static let slot = 85
    package static let code = "intention"
    package static let file = "intentions"
    package static let fields = Fields<Intention>(
        Field("party", \.party, means: .party),
        Field("treaty", \.treaty),
        Field("intent", \.intent, .required),
        Field("signer", \.signer),
        Field("signer_title", \.signerTitle),
        Field("note_verbale", \.noteVerbale),
        Field("confirmed_on", \.confirmedOn),
        Field("announces_declaration", \.announcesDeclaration),
        Field("note", \.note, means: .note))
    package static let indexes = [byParty, byTreaty]
    package static let byParty = Index<Intention>(0) { $0.party }
    package static let byTreaty = Index<Intention>(1) { $0.treaty }

    package enum Intent: String, Choice {
        case undecided, willSign = "will_sign", willNotSign = "will_not_sign"
    }

    package var heading = Heading<Intention>()
    package var party: ID<Party>?
    package var treaty: ID<Treaty>?
    package var intent = Intent.undecided
    /// Who is to sign; nobody while the party has not said.
    package var signer: ID<Person>?
    /// The capacity in which the signer signs, as the party wrote it.
    package var signerTitle = ""
    /// The note by which the mission confirmed the intention.
    package var noteVerbale = ""
    /// The day on which the treaty section took the mandate as confirmed.
    package var confirmedOn: Day?
    package var announcesDeclaration = false
    package var note = ""

    package init() {}

    /// Whether the party gets a place in the queue, a seat, a flag and a line for this treaty.
    package var isConfirmed: Bool { intent == .willSign && confirmedOn != nil }
}
