import Rulebook

/// Why the acts of this room are refused.
package enum IntegrityRefusal: String, RefusalCode {
    case alreadyExported = "already_exported"
    case exportOfNobody = "export_of_nobody"
    case columnsNotSensitive = "columns_not_sensitive"
    case exportExpiry = "export_expiry"
    case noSuchList = "no_such_list"
    case listTooLong = "list_too_long"
    case narrowedOtherwise = "narrowed_otherwise"
    case exportNotGiving = "export_not_giving"
    case alreadyPublished = "already_published"
    case correctionWithoutClaim = "correction_without_claim"
    case correctionIncomplete = "correction_incomplete"
}
