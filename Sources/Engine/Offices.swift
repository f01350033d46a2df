package import Ledger
package import Rulebook

/// Who holds which office and what power in a house, as its own records say: the engine asks, and knows none of these records.
package protocol Offices: Sendable {
    /// The kinds that say who may do what: they are changed only by somebody who has just proved who they are.
    var guarded: Set<Int> { get }
    /// The kinds that are seen and changed by those alone who look after the installation.
    var administered: Set<Int> { get }

    /// What an account may do on a day; nil where it is unknown or closed.
    func rights(of account: String, in picture: Picture, on day: Day) -> Rights?

    /// Every account by its code, closed ones too.
    func accounts(in picture: Picture) -> [String]

    /// Whether there is anybody yet who could be named as an officer.
    func isStaffed(_ picture: Picture) -> Bool

    /// Whether somebody is on record as an officer.
    func isOfficer(_ code: String, in picture: Picture) -> Bool

    /// Whether two offices are held by one person.
    func isOnePerson(_ officer: String, _ other: String, in picture: Picture) -> Bool

    /// Whether an officer may override a stop, and say that a slip need not be put right, on that day.
    func mayOverride(_ officer: String, in picture: Picture, on day: Day) -> Bool

    /// Refuses records that would mean nothing: a grant at a desk that there is not.
    func refuseMeaningless(_ draft: Draft) throws(Refusal)

    /// Refuses power that somebody would give to themselves, or beyond their own.
    func refuseSelfMade(_ draft: Draft, by bearer: Permitting) throws(Refusal)

    /// The kinds of record by which a draft gives more power than there was: that takes two officers.
    func kindsOfPower(in draft: Draft, by bearer: Permitting) -> [Kind]
}
