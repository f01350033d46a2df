package import Ledger
package import Rulebook

/// Who may sign in, as the house keeps it among its records: the server knows accounts by this alone.
package protocol AccountBook: Sendable {
    /// The kind of the records of accounts.
    var kind: Kind { get }
    /// The kind of those that give an account power.
    var powers: Kind { get }
    /// The acts that note that a holder was let in: for the first time, and where they have a sign-in that it goes round.
    var inviting: ActName { get }
    var invitingAgain: ActName { get }

    /// Every account, in the order in which they came.
    func all(in picture: Picture) -> [KnownAccount]

    /// The account of that code; nil where there is none.
    func account(_ code: String, in picture: Picture) -> KnownAccount?

    /// The code of the account of whose power a record is; nil where it is of nobody's.
    func holder(of power: Reference, in picture: Picture) -> String?
}

/// An account as far as it matters to whoever lets its holder in.
package struct KnownAccount: Sendable {
    package let code: String
    package let reference: Reference
    /// What the office is called, in both languages.
    package let vietnamese: String
    package let english: String
    /// The officer in whose name its holder acts; nil where they act in the account's own.
    package let officer: String?
    /// Where the office is written to; nil where it has no mailbox, or what stands there is none.
    package let mail: String?
    /// Whether nobody may sign in with it any more.
    package let isClosed: Bool

    package init(
        code: String, reference: Reference, vietnamese: String, english: String, officer: String?, mail: String, isClosed: Bool
    ) {
        self.code = code
        self.reference = reference
        self.vietnamese = vietnamese
        self.english = english
        self.officer = officer
        self.mail = MailAddress.isOne(mail) ? mail : nil
        self.isClosed = isClosed
    }
}
