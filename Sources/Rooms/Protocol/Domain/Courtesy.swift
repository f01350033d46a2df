package import Ledger
package import Parties

/// What a guest of one level is received with: the standard that a ``Greeting`` is measured by.
package struct Courtesy: Entity {
    package static let slot = 73
    package static let code = "courtesy"
    package static let file = "courtesies"
    package static let fields = Fields<Courtesy>(
        Field("level", \.level, .required),
        Field("greeter_level", \.greeterLevel, .required),
        Field("lounge", \.hasLounge),
        Field("flowers", \.hasFlowers),
        Field("flag", \.hasFlag),
        Field("anthem", \.hasAnthem),
        Field("guard_of_honour", \.hasGuardOfHonour),
        Field("gift", \.gift),
        Field("legal_basis", \.legalBasis))
    package static let indexes = [byLevel]
    package static let byLevel = Index<Courtesy>(0) { $0.level.rawValue }

    package var heading = Heading<Courtesy>()
    package var level = Level.other
    /// The lowest level that may greet such a guest.
    package var greeterLevel = Level.other
    package var hasLounge = false
    package var hasFlowers = false
    package var hasFlag = false
    package var hasAnthem = false
    package var hasGuardOfHonour = false
    package var gift = ""
    /// The rule that the standard comes from.
    package var legalBasis = ""

    package init() {}
}
