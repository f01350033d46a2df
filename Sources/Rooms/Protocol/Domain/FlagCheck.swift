package import Committee
package import Ledger
package import Parties
package import Programme
package import Venues

/// One physical flag where it hangs or stands: when it was last handled, and the check by two people since.
package struct FlagCheck: Entity {
    package static let slot = 77
    package static let code = "flag_check"
    package static let file = "flag_checks"
    package static let fields = Fields<FlagCheck>(
        Field("symbol", \.symbol, .required),
        Field("session", \.session),
        Field("place", \.place),
        Field("spot", \.spot),
        Field("last_handled", \.lastHandled),
        Field("checked", \.checked),
        Field("first_checker", \.firstChecker),
        Field("second_checker", \.secondChecker),
        Field("is_upright", \.isUpright))
    package static let indexes = [bySymbol]
    package static let bySymbol = Index<FlagCheck>(0) { $0.symbol }

    package var heading = Heading<FlagCheck>()
    package var symbol: ID<Symbol>?
    package var session: ID<Session>?
    package var place: ID<Place>?
    /// The pole, stand or seat.
    package var spot = ""
    /// When it was last mounted, moved or touched; empty while it is in the store.
    package var lastHandled: Moment?
    package var checked: Moment?
    package var firstChecker: ID<Officer>?
    package var secondChecker: ID<Officer>?
    /// Whether both found the right side up.
    package var isUpright = false

    package init() {}

    /// Whether two different people looked at it after it was last handled.
    package var isCheckedSinceHandled: Bool {
        guard let checked, let firstChecker, let secondChecker, firstChecker != secondChecker else { return false }
        return lastHandled.map { $0.instant <= checked.instant } ?? true
    }
}
