package import Ledger
package import Parties

/// The pre-printed line of one party in one copy: where it signs, and nowhere else.
package struct Line: Entity {
    package static let slot = 84
    package static let code = "line"
    package static let file = "lines"
    package static let fields = Fields<Line>(
        Field("copy", \.copy),
        Field("party", \.party, means: .party),
        Field("number", \.number, .required),
        Field("page", \.page),
        Field("printed_name", \.printedName))
    package static let indexes = [byCopy, byParty, byNumber]
    package static let byCopy = Index<Line>(0) { $0.copy }
    package static let byParty = Index<Line>(1) { $0.party }
    /// By copy and number: see ``place``.
    package static let byNumber = Index<Line>(2) { $0.copy == nil ? nil : $0.place }

    package var heading = Heading<Line>()
    package var copy: ID<Copy>?
    package var party: ID<Party>?
    /// Counted from 1 through the whole copy.
    package var number = 0
    package var page: Int?
    /// The party's name as it is printed under the line.
    package var printedName = ""

    package init() {}

    /// Which line it is among all copies; two lines with one place are one line given twice.
    package var place: String { "\(copy?.number ?? 0)|\(number)" }
}
