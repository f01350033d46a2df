package import Committee
package import Ledger
package import Parties

/// Somebody who may sign in. What they may do is said by grants; with what they prove themselves is kept apart from the journal.
///
/// It names an office and not a person: `duty officer, protocol`.
package struct Account: Entity {
    package static let slot = 201
    package static let code = "account"
    package static let file = "accounts"
    package static let fields = Fields<Account>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("officer", \.officer),
        Field("mail", \.mail),
        Field("party_only", \.partyOnly),
        Field("body_only", \.bodyOnly),
        Field("closed", \.isClosed),
        Field("invited", \.invited))

    package var heading = Heading<Account>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    /// In whose role the account acts: their authority to waive and to override is the account's.
    package var officer: ID<Officer>?
    /// Where the office is told that there is something for it: the office's own mailbox, never a person's. Blank where it is not told.
    package var mail = ""
    /// The party to whose records all that the account sees and does is limited, as a delegation's or an organisation's own officer is.
    package var partyOnly: ID<Party>?
    /// The body to whose records it is limited.
    package var bodyOnly: ID<Body>?
    /// Whether nobody may sign in with it any more; its sessions end.
    package var isClosed = false
    /// When its holder was last given a code to come in by.
    package var invited: Moment?

    package init() {}
}

extension Account {
    /// The owners to whose records it is limited; none where it is not.
    package var limits: Set<Reference> { Set([partyOnly.map { Reference($0) }, bodyOnly.map { Reference($0) }].compactMap { $0 }) }
}
