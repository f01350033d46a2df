import Ledger

/// What kind of room a hotel lets.
package enum RoomType: String, Choice {
    case standard, twin, superior, suite, presidentialSuite = "presidential_suite", accessible
}
