import Rulebook

/// Why the acts of this room are refused.
package enum PartiesRefusal: String, RefusalCode {
    case alreadySent = "already_sent"
    case noAddress = "no_address"
    case nobodyInvited = "nobody_invited"
    case noSubstitute = "no_substitute"
    case substituteIsInvitee = "substitute_is_invitee"
    case notInvitedYet = "not_invited_yet"
}
