package import Ledger
package import Parties

/// One pen that was tried out for one copy.
package struct PenCheck: Entity {
    package static let slot = 147
    package static let code = "pen_check"
    package static let file = "pen_checks"
    package static let fields = Fields<PenCheck>(
        Field("copy", \.copy),
        Field("pen", \.pen, .required),
        Field("tested", \.tested),
        Field("tested_by", \.testedBy),
        Field("writes", \.writes))
    package static let indexes = [byCopy]
    package static let byCopy = Index<PenCheck>(0) { $0.copy }

    package var heading = Heading<PenCheck>()
    package var copy: ID<Copy>?
    /// The number on the pen.
    package var pen = ""
    package var tested: Moment?
    package var testedBy: ID<Person>?
    /// Whether it wrote cleanly.
    package var writes = true

    package init() {}
}
