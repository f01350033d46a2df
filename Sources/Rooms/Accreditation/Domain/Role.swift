import Ledger
package import Parties

/// What somebody comes to do; more than one role may share a category of badge.
package enum Role: String, Choice, IndexKey {
    case delegate, headOfDelegation = "head_of_delegation", spouse, support, observer
    case journalist, mediaTechnician = "media_technician"
    case interpreter, driver, armed, medical
    case liaison, ceremonial = "protocol", staff, volunteer, security, contractor, exhibitor, other

    /// The skill that the role cannot do without.
    package var neededSkill: Qualification.Skill? {
        switch self {
        case .interpreter: .interpretation
        case .driver: .driving
        case .armed: .firearms
        case .medical: .medicine
        default: nil
        }
    }
}
