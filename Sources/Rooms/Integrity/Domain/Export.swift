package import Committee
package import Ledger

/// Documents or people's data that leave the house: for what, to whom, by which two persons, until when.
package struct Export: Entity {
    package static let slot = 168
    package static let code = "export"
    package static let file = "exports"
    package static let fields = Fields<Export>(
        Field("holds", \.holds, .required),
        Field("people", \.people),
        Field("purpose", \.purpose),
        Field("recipient", \.recipient),
        Field("asked_by", \.askedBy),
        Field("approved_by", \.approvedBy),
        Field("made", \.made),
        Field("expires_on", \.expiresOn),
        Field("medium", \.medium),
        Field("destroyed_on", \.destroyedOn))
    package static let indexes = [byRecipient]
    package static let byRecipient = Index<Export>(0) { $0.recipient }

    package enum Content: String, Choice {
        case listOfPeople = "list_of_people", documents
    }

    package var heading = Heading<Export>()
    package var holds = Content.blank
    /// How many persons' data it holds.
    package var people = 0
    package var purpose = ""
    package var recipient: ID<Body>?
    package var askedBy: ID<Officer>?
    package var approvedBy: ID<Officer>?
    package var made: Moment?
    /// The last day on which the recipient may hold it.
    package var expiresOn: Day?
    package var medium: ID<Asset>?
    package var destroyedOn: Day?

    package init() {}
}
