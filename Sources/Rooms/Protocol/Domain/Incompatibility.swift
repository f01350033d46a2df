package import Committee
package import Ledger
package import Parties

/// Two parties that are not seated side by side. A delicate record: its classification is to be restricted or higher.
package struct Incompatibility: Entity {
    package static let slot = 200
    package static let code = "incompatibility"
    package static let file = "incompatibilities"
    package static let fields = Fields<Incompatibility>(
        Field("first", \.first, .required),
        Field("second", \.second, .required),
        Field("stated_by", \.statedBy),
        Field("until", \.until))
    package static let indexes = [byParty]
    package static let byParty = Index<Incompatibility>(0, each: { [$0.first, $0.second].compactMap(\.self) })

    package var heading = Heading<Incompatibility>()
    package var first: ID<Party>?
    package var second: ID<Party>?
    /// The body that says so.
    package var statedBy: ID<Body>?
    /// The last day on which it holds; empty while nobody said until when.
    package var until: Day?

    package init() { heading.classification = .restricted }
}
