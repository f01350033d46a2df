package import Committee
package import Ledger

/// A second officer's word that a delegation's party, plate, flag and anthem are those of the right one of a pair.
package struct LookAlikeConfirmation: Entity {
    package static let slot = 45
    package static let code = "look_alike_confirmation"
    package static let file = "look_alike_confirmations"
    package static let fields = Fields<LookAlikeConfirmation>(
        Field("delegation", \.delegation, .required),
        Field("items", \.items),
        Field("chosen_by", \.chosenBy),
        Field("confirmed_by", \.confirmedBy),
        Field("confirmed_on", \.confirmedOn))
    package static let indexes = [byDelegation]
    package static let byDelegation = Index<LookAlikeConfirmation>(0) { $0.delegation }

    /// What can be taken from the wrong one of a pair.
    package enum Item: String, Choice {
        case party, namePlate = "name_plate", flag, anthem
    }

    package var heading = Heading<LookAlikeConfirmation>()
    package var delegation = ID<Delegation>.blank
    package var items: [Item] = []
    package var chosenBy: ID<Officer>?
    package var confirmedBy: ID<Officer>?
    package var confirmedOn: Day?

    package init() {}

    /// Whether an officer other than the one who chose has confirmed.
    package var isBySecondOfficer: Bool {
        guard let chosenBy, let confirmedBy else { return false }
        return chosenBy != confirmedBy && confirmedOn != nil
    }
}
