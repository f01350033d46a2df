package import Ledger

/// A desk of the house: its code is the letters of its rules' ids (`PTY`), its body owns the slips they find.
package struct Desk: Entity {
    package static let slot = 3
    package static let code = "desk"
    package static let file = "desks"
    package static let fields = Fields<Desk>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("body", \.body, .required))
    package static let indexes = [byBody]
    package static let byBody = Index<Desk>(0) { $0.body }

    package var heading = Heading<Desk>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var body: ID<Body>?

    package init() {}
}
