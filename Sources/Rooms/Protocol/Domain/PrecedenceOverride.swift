package import Committee
package import Ledger
package import Parties

/// A party that stands elsewhere than the rule of a precedence puts it: why, and who approved.
package struct PrecedenceOverride: Entity {
    package static let slot = 196
    package static let code = "precedence_override"
    package static let file = "precedence_overrides"
    package static let fields = Fields<PrecedenceOverride>(
        Field("precedence", \.precedence, .required),
        Field("party", \.party, .required, means: .party),
        Field("position", \.position),
        Field("reason", \.reason),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn))
    package static let indexes = [byPrecedence]
    package static let byPrecedence = Index<PrecedenceOverride>(0) { $0.precedence }

    package var heading = Heading<PrecedenceOverride>()
    package var precedence: ID<Precedence>?
    package var party: ID<Party>?
    /// The place that the party is given, from 1.
    package var position: Int?
    package var reason = ""
    package var approvedBy: ID<Officer>?
    package var approvedOn: Day?

    package init() {}
}
