package import Rulebook

/// Why this house refuses what its own records of power and place would mean.
package enum HouseRefusal: String, RefusalCode {
    case accountClosed = "account_closed"
    case codeOfOffice = "code_of_office"
    case erasedWhileHeld = "erased_while_held"
    case noMailAddress = "no_mail_address"
    case notKeptForATime = "not_kept_for_a_time"
    case ownAuthority = "own_authority"
    case unknownDesk = "unknown_desk"
    case unknownZone = "unknown_zone"
}

extension Refusal {
    /// A refusal of the house itself.
    package init(_ code: HouseRefusal, _ facts: [Fact] = []) { self.init(code as any RefusalCode, facts) }
}
