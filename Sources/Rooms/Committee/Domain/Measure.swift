package import Ledger

/// A named query over the data here, which gives how much is done of how much: computed whenever asked, never stored.
package struct Measure: Entity {
    package static let slot = 6
    package static let code = "measure"
    package static let file = "measures"
    package static let fields = Fields<Measure>(
        Field("quantity", \.quantity, .required),
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")))

    package var heading = Heading<Measure>()
    package var quantity = MeasuredQuantity.blank
    package var nameVietnamese = ""
    package var nameEnglish = ""

    package init() {}
}
