package import Committee
package import Ledger

/// Documents or people's data that leave the house: for what, to whom, by which two persons, until when.
///
/// Where the house itself made it of one of its lists, it also says of which, with which sensitive columns and of which records; it counted
/// the people, and gives these columns of these records and no others.
package struct Export: Entity {
    package static let slot = 168
    package static let code = "export"
    package static let file = "exports"
    package static let fields = Fields<Export>(
        Field("holds", \.holds, .required),
        Field("people", \.people),
        Field("purpose", \.purpose).sealed,
        Field("recipient", \.recipient),
        Field("asked_by", \.askedBy),
        Field("approved_by", \.approvedBy),
        Field("made", \.made),
        Field("expires_on", \.expiresOn),
        Field("medium", \.medium),
        Field("destroyed_on", \.destroyedOn),
        Field("list_of", \.listOf, means: .list),
        Field("narrowed_to", \.narrowedTo),
        Field("list_columns", \.listColumns, means: .listFields),
        Field("list_numbers", \.listNumbers),
        Field("document_numbers", \.hasDocumentNumbers),
        Field("people_lately", \.peopleLately),
        Field("ended", \.ended),
        Field("about_person", \.aboutPerson, .inner))
    package static func dataSubject(of record: Export) -> UInt32? { record.aboutPerson > 0 ? UInt32(clamping: record.aboutPerson) : nil }
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
    /// The kind of the list that the house made it of, by its code; blank where it was made elsewhere.
    package var listOf = ""
    /// What the list was narrowed to, as `column=word`; of what tells of people only the column, and of words only ``soughtWords``.
    package var narrowedTo: [String] = []
    /// The sensitive columns that it gives.
    package var listColumns: [String] = []
    /// Of which records, by their numbers: see ``NumberRanges``.
    package var listNumbers = ""
    /// Whether numbers of passports, identity cards and the like are among what it gives.
    package var hasDocumentNumbers = false
    /// How many people whoever asked for it had asked for within seven days, with these.
    package var peopleLately = 0
    /// When whoever asked for it, or an auditor, ended it before its last day; nil where nobody did.
    package var ended: Moment?
    /// The number of the one person whom all its records are about: what it was for may tell of them. 0 where they are of several, or nobody.
    package var aboutPerson = 0

    package init() {}
}
