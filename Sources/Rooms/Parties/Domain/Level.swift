import Ledger

/// How high somebody ranks among guests, from the top down; the words of the table that gives each its guest class.
package enum Level: String, Choice {
    case other
    case headOfState = "head_of_state"
    case headOfGovernment = "head_of_government"
    case vicePresident = "vice_president"
    case deputyHeadOfGovernment = "deputy_head_of_government"
    case minister
    case viceMinister = "vice_minister"
    case ambassador
    case seniorOfficial = "senior_official"

    /// The lower, the higher somebody ranks: 1 for a head of State.
    package var rank: Int {
        switch self {
        case .headOfState: 1
        case .headOfGovernment: 2
        case .vicePresident: 3
        case .deputyHeadOfGovernment: 4
        case .minister: 5
        case .viceMinister: 6
        case .ambassador: 7
        case .seniorOfficial: 8
        case .other: 9
        }
    }
}
