package import Ledger

/// An instruction or conclusion to carry out (ý kiến chỉ đạo), to one or several bodies.
package struct Directive: Entity {
    package static let slot = 10
    package static let code = "directive"
    package static let file = "directives"
    package static let fields = Fields<Directive>(
        Field("issued_on", \.issuedOn, .required),
        Field("issued_by", \.issuedBy, .required),
        Field("signed_by", \.signedBy),
        Field("meeting", \.meeting),
        Field("source", \.source),
        Field("addressees", \.addressees),
        Field("text_vi", \.textVietnamese, .required, means: .wording(in: "vi")),
        Field("text_en", \.textEnglish, means: .wording(in: "en")),
        Field("due", \.due),
        Field("answered_on", \.answeredOn),
        Field("answer", \.answer),
        Field("document_number", \.documentNumber),
        Field("document_symbol", \.documentSymbol))
    package static let indexes = [byMeeting, bySigner, byAddressee]
    package static let byMeeting = Index<Directive>(0) { $0.meeting }
    package static let bySigner = Index<Directive>(1) { $0.signedBy }
    package static let byAddressee = Index<Directive>(2, each: { $0.addressees })

    package var heading = Heading<Directive>()
    package var issuedOn: Day?
    package var issuedBy: ID<Body>?
    package var signedBy: ID<Officer>?
    package var meeting: ID<Meeting>?
    /// The occasion or document in which it was given.
    package var source = ""
    package var addressees: [ID<Body>] = []
    package var textVietnamese = ""
    package var textEnglish = ""
    /// The last day for the answer.
    package var due: Day?
    package var answeredOn: Day?
    package var answer = ""
    package var documentNumber = ""
    package var documentSymbol = ""

    package init() {}
}
