import Rulebook

/// Why the acts of this room are refused.
package enum CommunicationsRefusal: String, RefusalCode {
    case alreadyReleased = "already_released"
    case releaseEmpty = "release_empty"
}
