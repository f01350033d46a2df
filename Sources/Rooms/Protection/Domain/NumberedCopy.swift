package import Ledger
package import Parties

/// One copy of a document of which every copy has a number and a bearer.
package struct NumberedCopy: Entity {
    package static let slot = 117
    package static let code = "numbered_copy"
    package static let file = "numbered_copies"
    package static let fields = Fields<NumberedCopy>(
        Field("document", \.document, .required),
        Field("number", \.number, .required),
        Field("plan", \.plan),
        Field("holder", \.holder),
        Field("signed_out", \.signedOut),
        Field("shift", \.shift),
        Field("due_back", \.dueBack),
        Field("returned", \.returned),
        Field("destroyed", \.destroyed))

    package var heading = Heading<NumberedCopy>()
    package var document = ""
    package var number = 0
    /// The plan whose text it is.
    package var plan: ID<ProtectionPlan>?
    package var holder: ID<Person>?
    package var signedOut: Moment?
    /// The shift for which it was given out.
    package var shift: ID<Shift>?
    /// Where it was given out for no shift.
    package var dueBack: Moment?
    package var returned: Moment?
    package var destroyed: Moment?

    package init() {}
}
