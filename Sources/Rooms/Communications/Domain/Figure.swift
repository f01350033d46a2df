package import Committee
package import Ledger

/// A number that the ceremony is asked for again and again: delegations, delegates, signatories, outlets.
package struct Figure: Entity {
    package static let slot = 153
    package static let code = "figure"
    package static let file = "figures"
    package static let fields = Fields<Figure>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("measure", \.measure),
        Field("counts", \.counts))

    package var heading = Heading<Figure>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The query that gives it from the data here.
    package var measure: ID<Measure>?
    /// What is counted and what is left out, so that two offices count the same.
    package var counts = ""

    package init() {}
}
