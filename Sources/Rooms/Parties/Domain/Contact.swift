package import Committee
package import Ledger

/// An office's address at which a party or an outlet is reached: a mission's mailbox, an editor's desk. No private address.
package struct Contact: Entity {
    package static let slot = 44
    package static let code = "contact"
    package static let file = "contacts"
    package static let fields = Fields<Contact>(
        Field("party", \.party, means: .party),
        Field("name", \.name),
        Field("channel", \.channel),
        Field("address", \.address, .required),
        Field("found_through", \.foundThrough),
        Field("found_note", \.foundNote),
        Field("verified_on", \.verifiedOn),
        Field("verified_by", \.verifiedBy))
    package static let indexes = [byParty, byAddress]
    package static let byParty = Index<Contact>(0) { $0.party }
    package static let byAddress = Index<Contact>(1) { $0.address.isEmpty ? nil : $0.address.lowercased() }

    package enum Channel: String, Choice {
        case email, telephone, noteVerbale = "note_verbale", post
    }

    /// Where the address was found. What an applicant or a letter says about itself proves nothing.
    package enum Finding: String, Choice {
        case unknown, application, letterItself = "letter_itself", webSearch = "web_search"
        case blueBook = "blue_book", mission, foreignMinistry = "foreign_ministry", officialDirectory = "official_directory"
        case earlierDealings = "earlier_dealings"
    }

    package var heading = Heading<Contact>()
    /// The party reached there; nil for an outlet's.
    package var party: ID<Party>?
    /// The office reached there: "Permanent Mission, registry".
    package var name = ""
    package var channel = Channel.email
    package var address = ""
    package var foundThrough = Finding.unknown
    /// Page or edition of the directory, number of the note.
    package var foundNote = ""
    package var verifiedOn: Day?
    package var verifiedBy: ID<Officer>?

    package init() {}

    /// Whether the address was found through somebody other than who uses it.
    package var isFoundIndependently: Bool {
        switch foundThrough {
        case .unknown, .application, .letterItself, .webSearch: false
        case .blueBook, .mission, .foreignMinistry, .officialDirectory, .earlierDealings: true
        }
    }

    /// Whether an officer verified the address, starting from an independent source.
    package var isVerified: Bool { isFoundIndependently && verifiedOn != nil && verifiedBy != nil }
}
