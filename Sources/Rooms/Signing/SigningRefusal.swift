import Rulebook

/// Why the acts of this room are refused.
package enum SigningRefusal: String, RefusalCode {
    case tableAlreadyOpen = "table_already_open"
    case tableWithoutTreaty = "table_without_treaty"
    case tableWithoutSession = "table_without_session"
    case tableWithoutCopy = "table_without_copy"
    case alreadyCalled = "already_called"
    case nobodyCalled = "nobody_called"
    case tableClosed = "table_closed"
    case signatureWithoutParty = "signature_without_party"
    case signatureWithoutTreaty = "signature_without_treaty"
    case signatureWithoutSigner = "signature_without_signer"
    case treatyNotOpen = "treaty_not_open"
    case alreadySigned = "already_signed"
    case signedInDaysToCome = "signed_in_days_to_come"
    case depositWithoutParty = "deposit_without_party"
    case depositWithoutTreaty = "deposit_without_treaty"
    case alreadyDeposited = "already_deposited"
}
