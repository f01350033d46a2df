package import Ledger
package import Parties
package import Programme

/// An order of parties for one purpose, computed by its rule and departed from only by ``PrecedenceOverride`` records.
package struct Precedence: Entity {
    package static let slot = 70
    package static let code = "precedence"
    package static let file = "precedences"
    package static let fields = Fields<Precedence>(
        Field("purpose", \.purpose, .required),
        Field("basis", \.basis, .required),
        Field("session", \.session),
        Field("order", \.order),
        Field("computed_on", \.computedOn),
        Field("note", \.note, means: .note))

    package enum Purpose: String, Choice {
        case seating, signing, speaking, procession, flags, motorcade
        case groupPhoto = "group_photo"
    }

    /// The rule by which the parties stand.
    package enum Basis: String, Choice {
        /// The English alphabet, by the United Nations' short names.
        case englishAlphabet = "english_alphabet"
        /// The French alphabet.
        case frenchAlphabet = "french_alphabet"
        /// The level of the head of delegation, then the day on which the office was taken, then the English alphabet.
        case rank
    }

    package var heading = Heading<Precedence>()
    package var purpose = Purpose.seating
    package var basis = Basis.englishAlphabet
    package var session: ID<Session>?
    /// The parties from the first to the last.
    package var order: [ID<Party>] = []
    package var computedOn: Day?
    package var note = ""

    package init() {}
}
