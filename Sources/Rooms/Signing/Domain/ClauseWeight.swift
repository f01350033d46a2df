package import Ledger
package import Parties

/// What one party weighs in a treaty's second condition: its share of emissions, of tonnage, or 1 for a State of a class
/// of which so many must take part.
package struct ClauseWeight: Entity {
    package static let slot = 149
    package static let code = "clause_weight"
    package static let file = "clause_weights"
    package static let fields = Fields<ClauseWeight>(
        Field("treaty", \.treaty),
        Field("party", \.party, means: .party),
        Field("weight", \.weight, .required),
        Field("source", \.source))
    package static let indexes = [byTreaty]
    package static let byTreaty = Index<ClauseWeight>(0) { $0.treaty }

    package var heading = Heading<ClauseWeight>()
    package var treaty: ID<Treaty>?
    package var party: ID<Party>?
    /// In the unit of the treaty's threshold: hundredths of a per cent, gross tons, or heads.
    package var weight = 0
    /// The table from which it was taken.
    package var source = ""

    package init() {}
}
